// SPDX-License-Identifier: MIT
#include "support/dialogstage.h"

#include <QApplication>
#include <QLabel>

bool NotedBrowser::open(const WebAddress &address, const QString &id)
{
    openedIn = id;
    if (works)
        opened.append(address.encoded());
    return works;
}

DialogStage::DialogStage() : clipboard(*QGuiApplication::clipboard())
{
    theme.apply(*qApp, Scheme::Light);
}

LinkSubject DialogStage::subject(const QString &provider)
{
    return {.provider = UntrustedText::name(provider),
            .mark = markFor(u"github", u"", provider),
            .user = UntrustedText::name(u"ada"),
            .server = *ServerUrl::fromUserInput(QStringLiteral("coder.example.com")),
            .type = QStringLiteral("github")};
}

QString wordsIn(const QWidget &root)
{
    QStringList words;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            words.append(label->text());
    }
    return words.join(u'\n').remove(u'\u2068').remove(u'\u2069');
}

QStringList clippedIn(const QWidget &root)
{
    QStringList clipped;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                      : label->sizeHint().height();
        if (label->height() < needed)
            clipped.append(label->text());
    }
    for (const QPushButton *button : root.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            clipped.append(button->text());
    }
    return clipped;
}
