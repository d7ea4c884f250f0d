// SPDX-License-Identifier: MIT
#include "pictures/iconcache.h"

#include "base/logging.h"
#include "pictures/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace {

constexpr int cacheBytes = 4 * 1024 * 1024;

QPixmap rendered(const IconKey &key)
{
    const QString file = u":/fairlead/icons/"_s + key.name + u".svg"_s;
    if (key.pixels <= 0 || !QFile::exists(file)) {
        qCWarning(lcUi) << "no drawing named" << key.name;
        return {};
    }
    QSvgRenderer renderer(file);
    QPixmap picture(key.pixels, key.pixels);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (key.mirrored) {
        painter.translate(key.pixels, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(picture.rect()));
    painter.end();
    return key.ownColors ? picture : Icons::tinted(picture, QColor::fromRgba(key.color));
}

} // namespace

size_t qHash(const IconKey &key, size_t seed) noexcept
{
    return qHashMulti(seed, key.name, key.pixels, key.color, key.ownColors, key.mirrored);
}

IconCache::IconCache() : m_pixmaps(cacheBytes) { }

QPixmap IconCache::pixmap(const IconKey &key)
{
    if (const QPixmap *known = m_pixmaps.object(key))
        return *known;
    const QPixmap picture = rendered(key);
    if (!picture.isNull())
        m_pixmaps.insert(key, new QPixmap(picture), qsizetype{4} * key.pixels * key.pixels);
    return picture;
}
