// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIconEngine>
#include <QPalette>
#include <QString>

#include <memory>

class IconCache;

/// The colours of an icon. An invalid one follows `role` in the application's palette, so that
/// buttons and menus need not be told when the scheme changes.
struct TintedIconColors {
    QColor normal{};
    QColor disabled{};
    QPalette::ColorRole role = QPalette::ButtonText;
    /// The drawing keeps the colours it has; the others do not matter then.
    bool own = false;
};

/// Paints one drawing of the resources into a QIcon.
class TintedIcon : public QIconEngine
{
public:
    TintedIcon(std::shared_ptr<IconCache> cache, const QString &name,
               const TintedIconColors &colors);
    TintedIcon(const TintedIcon &) = delete;
    TintedIcon &operator=(const TintedIcon &) = delete;

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    QString iconName() override;

private:
    QColor colorFor(QIcon::Mode mode) const;

    std::shared_ptr<IconCache> m_cache{};
    QString m_name{};
    TintedIconColors m_colors{};
};
