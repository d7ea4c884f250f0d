// SPDX-License-Identifier: MIT
#include "pictures/tintedicon.h"

#include "pictures/iconcache.h"

#include <QGuiApplication>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

bool pointsAlongText(const QString &name)
{
    return name == "chevron-left"_L1 || name == "chevron-right"_L1 || name == "external-link"_L1;
}

} // namespace

TintedIcon::TintedIcon(std::shared_ptr<IconCache> cache, const QString &name,
                       const TintedIconColors &colors)
    : m_cache(std::move(cache)), m_name(name), m_colors(colors)
{ }

void TintedIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device()->devicePixelRatio();
    QPixmap picture = pixmap((QSizeF(rect.size()) * scale).toSize(), mode, state);
    picture.setDevicePixelRatio(scale);
    const QSizeF size = picture.deviceIndependentSize();
    painter->drawPixmap(QPointF(rect.x() + (rect.width() - size.width()) / 2,
                                rect.y() + (rect.height() - size.height()) / 2),
                        picture);
}

QPixmap TintedIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    const bool mirrored
        = QGuiApplication::layoutDirection() == Qt::RightToLeft && pointsAlongText(m_name);
    return m_cache->pixmap({.name = m_name,
                            .pixels = qMin(size.width(), size.height()),
                            .color = m_colors.own ? 0 : colorFor(mode).rgba(),
                            .ownColors = m_colors.own,
                            .mirrored = mirrored});
}

QIconEngine *TintedIcon::clone() const
{
    return new TintedIcon(m_cache, m_name, m_colors);
}

QString TintedIcon::iconName()
{
    return m_name;
}

QColor TintedIcon::colorFor(QIcon::Mode mode) const
{
    const bool resting = mode == QIcon::Disabled;
    const QColor fixed = resting ? m_colors.disabled : m_colors.normal;
    if (fixed.isValid())
        return fixed;
    return QGuiApplication::palette().color(resting ? QPalette::Disabled : QPalette::Active,
                                            m_colors.role);
}
