// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QPixmap>

#include <memory>

class IconCache;
struct TintedIconColors;

/// The drawings of the interface, painted in whatever colour is asked for.
///
/// A name is "search" for an interface icon, "health/valid" for the shape of a health, "tray/ok"
/// for a tray shape, "mark/github" for the mark of a provider. Chevrons and the external-link icon
/// mirror where text runs from right to left; nothing else does.
class Icons
{
public:
    Icons();
    ~Icons();
    Icons(const Icons &) = delete;
    Icons &operator=(const Icons &) = delete;

    static bool contains(const QString &name);
    static QStringList names();

    /// Square, `size` logical pixels wide; null if there is no such drawing.
    QPixmap pixmap(const QString &name, int size, const QColor &color, qreal scale) const;

    /// In the colour of a role of the application's palette, also when that changes later. Our
    /// style draws it in the colour of the text beside it.
    QIcon icon(const QString &name, QPalette::ColorRole role = QPalette::ButtonText) const;
    /// Keeps its colours, as the shape of a health does.
    QIcon icon(const QString &name, const QColor &normal, const QColor &disabled) const;

    /// Fairlead's own icon, in its own colours.
    QIcon applicationIcon() const;

    /// Icons that say where a press leads stand after the text of a button, the others before it.
    static bool standsAfterText(const QIcon &icon);

    /// `picture` with its coverage kept and its colour replaced.
    static QPixmap tinted(QPixmap picture, const QColor &color);

private:
    QIcon maskNamed(const QString &name, const TintedIconColors &colors) const;

    std::shared_ptr<IconCache> m_cache{}; // shared with the icons handed out, which may live longer
};
