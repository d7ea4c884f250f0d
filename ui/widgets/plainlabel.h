// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QLabel>

#include <optional>

/// A label whose text is never anything but text: no markup, no links, no mnemonics. It
/// wraps.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Kind { Body, Secondary, SectionHead, Title };

    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, Kind kind = Kind::Body, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// By mouse and keyboard, for values that people copy.
    void setSelectable(bool selectable);
    /// On one line, as tall as one line; for what must not wrap, such as a heading in a row.
    void setSingleLine();

    void setTextFormat(Qt::TextFormat) = delete;
    void setBuddy(QWidget *) = delete; // would turn "&" in the text into a mnemonic

    int heightForWidth(int width) const final;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// heightForWidth(), worked out anew.
    virtual int measuredHeight(int width) const;
    /// To be called where something changes that sizes depend on, other than text().
    virtual void forgetSizes();

private:
    void followFont();
    void followDirection();

    Kind m_kind = Kind::Body;
    /// Nested layouts ask for the same few again and again, and each has to be shaped anew.
    mutable QCache<int, int> m_heights{8};
    mutable std::optional<QSize> m_onOneLine{}; ///< where that was seen; wider changes nothing
    mutable QString m_measuredText{};           ///< of which these are
};
