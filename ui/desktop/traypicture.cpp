// SPDX-License-Identifier: MIT
#include "desktop/traypicture.h"

#include "pictures/icons.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

const QColor plate(0x12, 0x59, 0x8a); // Link and Highlight of the light palette
const QColor bareLight(0xff, 0xff, 0xff);
const QColor bareDark(0x1a, 0x21, 0x27); // Text of the light palette
constexpr qreal plateRadius = 0.2;
constexpr qreal shapeShare = 0.84;

QPixmap picture(const Icons &icons, const QString &shape, int size, TrayIconStyle style)
{
    switch (style) {
    case TrayIconStyle::PlainLight:
        return icons.pixmap(shape, size, bareLight, 1);
    case TrayIconStyle::PlainDark:
        return icons.pixmap(shape, size, bareDark, 1);
    case TrayIconStyle::Plate:
        break;
    }
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(pixmap.rect(), size * plateRadius, size * plateRadius);
    // An even rest keeps the shape in the middle of whole pixels.
    const int margin = qRound(size * (1 - shapeShare) / 2);
    const int inner = size - 2 * margin;
    painter.drawPixmap(margin, margin, icons.pixmap(shape, inner, Qt::white, 1));
    return pixmap;
}

} // namespace

QString trayShape(TrayContent::State state)
{
    switch (state) {
    case TrayContent::State::AllWell:
        return u"tray/ok"_s;
    case TrayContent::State::Attention:
    case TrayContent::State::AccountTrouble:
        return u"tray/attention"_s;
    case TrayContent::State::Linking:
        return u"tray/linking"_s;
    case TrayContent::State::Offline:
    case TrayContent::State::NotChecked:
    case TrayContent::State::PartlyChecked: // some of the links are only known as they were
    case TrayContent::State::LinksUnchecked:
        return u"tray/offline"_s;
    case TrayContent::State::SignedOut:
    case TrayContent::State::OpeningKeyring:
    case TrayContent::State::KeyringLocked:
    case TrayContent::State::KeyringClosed:
    case TrayContent::State::Asking: // nothing to tell of any link
    case TrayContent::State::NothingLinked:
        return u"tray/signedout"_s;
    }
    Q_UNREACHABLE();
}

QIcon trayPicture(const Icons &icons, TrayContent::State state, TrayIconStyle style)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 44, 48, 64}) // what panels ask for, at one and two times
        icon.addPixmap(picture(icons, trayShape(state), size, style));
    return icon;
}
