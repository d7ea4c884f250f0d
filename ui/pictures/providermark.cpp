// SPDX-License-Identifier: MIT
#include "pictures/providermark.h"

#include "pictures/icons.h"

#include <QFont>
#include <QGuiApplication>
#include <QList>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// The provider types of codersdk.EnhancedExternalAuthProvider that have a mark.
constexpr std::array<std::pair<QLatin1String, QLatin1String>, 7> marksOfTypes{{
    {"github"_L1, "github"_L1},
    {"gitlab"_L1, "gitlab"_L1},
    {"bitbucket"_L1, "bitbucket"_L1},
    {"bitbucket-cloud"_L1, "bitbucket"_L1},
    {"bitbucket-server"_L1, "bitbucket"_L1},
    {"gitea"_L1, "gitea"_L1},
    {"jfrog"_L1, "jfrog"_L1},
}};

constexpr std::array marksOfFiles{
    "atlassian"_L1, "auth0"_L1,  "bitbucket"_L1, "codeberg"_L1,  "figma"_L1,
    "forgejo"_L1,   "git"_L1,    "gitea"_L1,     "gitee"_L1,     "github"_L1,
    "gitlab"_L1,    "google"_L1, "jfrog"_L1,     "jira"_L1,      "keycloak"_L1,
    "linear"_L1,    "notion"_L1, "okta"_L1,      "sourcehut"_L1, "vault"_L1,
};

/// "/icon/gitlab.svg?monochrome" → "gitlab": a query is a hint for drawing, not part of the name.
QStringView fileStem(QStringView address)
{
    for (const QChar end : {u'#', u'?'}) {
        if (const auto at = address.indexOf(end); at >= 0)
            address.truncate(at);
    }
    const QStringView file = address.sliced(address.lastIndexOf(u'/') + 1);
    const auto dot = file.indexOf(u'.');
    return dot < 0 ? QStringView() : file.first(dot);
}

QString markOf(QStringView type, QStringView displayIcon)
{
    const QStringView stem = fileStem(displayIcon);
    for (const QLatin1String &mark : marksOfFiles) {
        if (stem.compare(mark, Qt::CaseInsensitive) == 0)
            return u"mark/"_s + mark;
    }
    for (const auto &[name, mark] : marksOfTypes) {
        if (type.compare(name, Qt::CaseInsensitive) == 0)
            return u"mark/"_s + mark;
    }
    return {};
}

/// The words of `text` as code points: letters and digits only, so that stray marks, signs and
/// direction characters of a name never reach the drawing.
QList<QList<uint>> wordsOf(QStringView text)
{
    QList<QList<uint>> words;
    bool inside = false;
    for (const uint point : text.toUcs4()) {
        const bool counts = QChar::isLetterOrNumber(point);
        if (counts && !inside)
            words.append(QList<uint>());
        if (counts)
            words.last().append(point);
        inside = counts || (inside && QChar::isMark(point));
    }
    return words;
}

QString upper(uint point)
{
    const char32_t large = QChar::toUpper(point);
    return QString::fromUcs4(&large, 1);
}

QString initialsOf(QStringView name)
{
    const QList<QList<uint>> words = wordsOf(name);
    if (words.isEmpty())
        return u"?"_s;
    const QList<uint> &first = words.first();
    if (words.size() > 1)
        return upper(first.first()) + upper(words.at(1).first());
    return upper(first.first()) + (first.size() > 1 ? upper(first.at(1)) : QString());
}

} // namespace

ProviderMark markFor(QStringView type, QStringView displayIcon, QStringView displayName)
{
    return {.iconName = markOf(type, displayIcon), .initials = initialsOf(displayName)};
}

ProviderMark markForPerson(QStringView login)
{
    const QList<QList<uint>> words = wordsOf(login);
    return {.initials = words.isEmpty() ? u"?"_s : upper(words.first().first())};
}

void paintMark(QPainter &painter, const QRect &rect, const ProviderMark &mark, const Icons &icons,
               const QPalette &palette, const QColor &ink, MarkGround ground)
{
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    if (!mark.iconName.isEmpty()) {
        const qreal scale = painter.device()->devicePixelRatio();
        painter.drawPixmap(square.topLeft(), icons.pixmap(mark.iconName, side, ink, scale));
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Active, QPalette::Midlight));
    const qreal radius = ground == MarkGround::Disc ? side / 2.0 : side * 0.15;
    painter.drawRoundedRect(square, radius, radius);
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, qRound(side * 0.46)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    // Where high contrast makes the ground the colour of text, the letters take the colour behind.
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const bool inverse = palette.color(QPalette::Active, QPalette::Midlight) == text;
    painter.setPen(inverse ? palette.color(QPalette::Active, QPalette::Base) : text);
    painter.drawText(square, Qt::AlignCenter | Qt::TextDontClip, mark.initials);
    painter.restore();
}
