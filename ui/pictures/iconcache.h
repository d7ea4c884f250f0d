// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QPixmap>
#include <QString>

/// Which drawing, how large, in which colour; an invalid colour means the drawing's own.
struct IconKey {
    QString name{};
    int pixels = 0;
    QRgb color = 0;
    bool ownColors = false;
    bool mirrored = false;
    bool operator==(const IconKey &) const = default;
};
size_t qHash(const IconKey &key, size_t seed) noexcept;

/// Renders drawings from the resources and keeps the latest few megabytes of them.
class IconCache
{
public:
    IconCache();
    /// Null if there is no such drawing. Its device pixel ratio is 1.
    QPixmap pixmap(const IconKey &key);

private:
    QCache<IconKey, QPixmap> m_pixmaps;
};
