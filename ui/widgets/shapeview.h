// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>
#include <QWidget>

#include <optional>

class Icons;
class Theme;
enum class HealthTone;

/// One drawing of one colour beside a line of text: a health shape, a check, a shield. The word
/// beside it says the same, so it has no name of its own.
class ShapeView : public QWidget
{
    Q_OBJECT

public:
    ShapeView(const Icons &icons, const Theme &theme, QWidget *parent = nullptr);

    /// In the colour of a health.
    void setShape(const QString &name, HealthTone tone);
    /// In a colour of the palette.
    void setShape(const QString &name, QPalette::ColorRole role);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Icons &m_icons;
    const Theme &m_theme;
    QString m_name{};
    std::optional<HealthTone> m_tone{};
    QPalette::ColorRole m_role = QPalette::WindowText;
};
