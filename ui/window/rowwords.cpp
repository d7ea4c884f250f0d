// SPDX-License-Identifier: MIT
#include "window/rowwords.h"

#include "linktexts.h"
#include "widgets/textrun.h"
#include "window/accountstatus.h"
#include "window/linkrows.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

RowWords RowWords::of(const GitLink &link, LinkHealth health, const AccountStatus *account,
                      bool showsAccount, const Today &today)
{
    const QString name = link.name().plain();
    const QString title = account ? account->title() : QString();
    const QString word = wordOf(link, health);
    const QString who = LinkTexts::whoOrSince(link, today);
    RowWords words{
        .name = name,
        .end = word,
        .second = showsAccount ? title : who,
        .secondIsAccount = showsAccount,
        .time = link.checking ? LinkRows::tr("Checking…") : LinkTexts::rowTime(link, health, today),
        .health = health,
        .mark = link.provider ? markFor(link.provider->type, link.provider->displayIcon, name)
                              : markFor({}, {}, name)};
    //: What a screen reader says of a link: provider, account, state
    words.accessible = spoken(LinkRows::tr("%1, %2, %3").arg(name, title, word));
    QStringList lines{name, account ? account->fullTitle() : QString(), who, word, words.time};
    lines.removeDuplicates();
    lines.removeAll(QString());
    words.toolTip = Qt::convertFromPlainText(lines.join(u'\n')); // else it may be taken for markup
    return words;
}

QString RowWords::wordOf(const GitLink &link, LinkHealth health)
{
    //: The state of a link, shorter than 22 letters
    return health == LinkHealth::RateLimited && link.word != ProviderWord::RateLimited
        ? LinkRows::tr("Perhaps rate limited")
        : LinkTexts::word(health);
}

QString RowWords::spoken(const QString &text)
{
    return plainTextOf({{.text = text}});
}
