// SPDX-License-Identifier: MIT
#include "pictures/icons.h"

#include "base/logging.h"
#include "pictures/iconcache.h"
#include "pictures/tintedicon.h"

#include <QDirIterator>
#include <QFile>
#include <QPainter>

using namespace Qt::StringLiterals;

Icons::Icons() : m_cache(std::make_shared<IconCache>())
{
    Q_INIT_RESOURCE(resources); // a static library's resources are asked for by name
}

Icons::~Icons() = default;

bool Icons::contains(const QString &name)
{
    return QFile::exists(u":/fairlead/icons/%1.svg"_s.arg(name));
}

QStringList Icons::names()
{
    const QString root = u":/fairlead/icons/"_s;
    QStringList found;
    QDirIterator files(root, {u"*.svg"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        found.append(files.next().sliced(root.size()).chopped(4));
    found.sort();
    return found;
}

QPixmap Icons::pixmap(const QString &name, int size, const QColor &color, qreal scale) const
{
    QPixmap picture
        = m_cache->pixmap({.name = name, .pixels = qRound(size * scale), .color = color.rgba()});
    picture.setDevicePixelRatio(scale);
    return picture;
}

QIcon Icons::icon(const QString &name, QPalette::ColorRole role) const
{
    return maskNamed(name, {.role = role});
}

QIcon Icons::icon(const QString &name, const QColor &normal, const QColor &disabled) const
{
    return maskNamed(name, {.normal = normal, .disabled = disabled});
}

QIcon Icons::maskNamed(const QString &name, const TintedIconColors &colors) const
{
    if (!contains(name)) {
        qCWarning(lcUi) << "no drawing named" << name;
        return {};
    }
    QIcon icon(new TintedIcon(m_cache, name, colors));
    icon.setIsMask(true);
    return icon;
}

QIcon Icons::applicationIcon() const
{
    return QIcon(new TintedIcon(m_cache, u"icon"_s, {.own = true}));
}

bool Icons::standsAfterText(const QIcon &icon)
{
    return icon.name() == "external-link"_L1;
}

QPixmap Icons::tinted(QPixmap picture, const QColor &color)
{
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.resetTransform();
    painter.fillRect(QRectF(QPointF(), picture.deviceIndependentSize()), color);
    return picture;
}
