// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

class Icons;
class QColor;
class QPainter;
class QPalette;
class QRect;

/// What stands for a provider or a person: a mark we have, else initials.
struct ProviderMark {
    /// A name for Icons, such as "mark/github"; empty where there is no mark.
    QString iconName{};
    QString initials{};
    bool operator==(const ProviderMark &) const = default;
};

/// Providers stand on a rounded square, people on a disc.
enum class MarkGround { Square, Disc };

/// The mark for a provider: by the file name of `display_icon`, which an admin may have chosen,
/// else by its type. Neither is ever fetched. Otherwise two initials of the name.
ProviderMark markFor(QStringView type, QStringView displayIcon, QStringView displayName);

/// One initial of a login or a name, for where there is no picture.
ProviderMark markForPerson(QStringView login);

/// Draws a mark in `ink`, initials in the palette's text colour on Midlight.
void paintMark(QPainter &painter, const QRect &rect, const ProviderMark &mark, const Icons &icons,
               const QPalette &palette, const QColor &ink, MarkGround ground = MarkGround::Square);
