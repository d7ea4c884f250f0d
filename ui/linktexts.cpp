// SPDX-License-Identifier: MIT
#include "linktexts.h"

#include "coder/serverurl.h"
#include "links/linkhealth.h"
#include "texts.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace {

TextRuns plain(const QString &text)
{
    return {{.text = text}};
}

TextRuns strong(const QString &text)
{
    return {{.text = text, .strong = true}};
}

TextRuns nameOf(const GitLink &link)
{
    return plain(link.name().plain());
}

bool isAt(const Moment &moment)
{
    return moment.kind == Moment::Kind::At;
}

bool isToday(const QDateTime &when, const Today &today)
{
    return when.toLocalTime().date() == today.now.toLocalTime().date();
}

} // namespace

QString LinkTexts::word(LinkHealth health)
{
    switch (health) {
    case LinkHealth::NeedsReconnect:
        return tr("Reconnect needed");
    case LinkHealth::Expired:
        return tr("Expired");
    case LinkHealth::ExpiringSoon:
        return tr("Expires soon");
    case LinkHealth::AppNotInstalled:
        return tr("App not installed");
    case LinkHealth::Valid:
        //: A link that works
        return tr("Valid");
    case LinkHealth::RenewsItself:
        return tr("Renews itself");
    case LinkHealth::NotVerifiable:
        return tr("Not verifiable");
    case LinkHealth::ProviderUnreachable:
        return tr("Provider unreachable");
    case LinkHealth::RateLimited:
        return tr("Rate limited");
    case LinkHealth::NotLinked:
        return tr("Not linked");
    case LinkHealth::Orphan:
        return tr("Provider removed");
    case LinkHealth::Unknown:
        return tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString LinkTexts::pastWord(LinkHealth health)
{
    // Each stands for %1 in "%1 when last seen, 2 hours ago."
    switch (health) {
    case LinkHealth::NeedsReconnect:
        return tr("Needed to be reconnected");
    case LinkHealth::Expired:
        return tr("Had expired");
    case LinkHealth::ExpiringSoon:
        return tr("Was about to expire");
    case LinkHealth::AppNotInstalled:
        return tr("Had no app installed");
    case LinkHealth::Valid:
        return tr("Was valid");
    case LinkHealth::RenewsItself:
        return tr("Renewed itself");
    case LinkHealth::NotVerifiable:
        return tr("Could not be verified");
    case LinkHealth::ProviderUnreachable:
        return tr("Could not be checked, the provider was unreachable,");
    case LinkHealth::RateLimited:
        return tr("Could not be checked, the provider limited it,");
    case LinkHealth::NotLinked:
        return tr("Was not linked");
    case LinkHealth::Orphan:
        return tr("Had lost its provider");
    case LinkHealth::Unknown:
        return tr("Was unknown");
    }
    Q_UNREACHABLE();
}

TextRuns LinkTexts::state(const GitLink &link, LinkHealth health, const QString &host,
                          const Today &today)
{
    //: %1 is the state of a link, such as "Renews itself"; %2 is the sentence that explains it
    return runsOf(tr("%1 %2"),
                  //: %1 is the state of a link, here a sentence of its own
                  {strong(tr("%1.").arg(word(health))), sentence(link, health, host, today)});
}

TextRuns LinkTexts::lastState(LinkHealth health, const QDateTime &learntAt, const Today &today)
{
    //: %1 is what a link was, such as "Renewed itself"; %2 is "2 hours ago"
    return runsOf(tr("%1 when last seen, %2."),
                  {strong(pastWord(health)), plain(DateTexts::ago(learntAt, today))});
}

TextRuns LinkTexts::sentence(const GitLink &link, LinkHealth health, const QString &host,
                             const Today &today)
{
    switch (health) {
    case LinkHealth::NeedsReconnect:
    case LinkHealth::Expired:
    case LinkHealth::ExpiringSoon:
        return attentionSentence(link, health, today);
    case LinkHealth::AppNotInstalled:
        return appSentence(link);
    case LinkHealth::Valid:
        if (link.stored && isAt(link.stored->expires)) {
            //: %1 is a date
            return runsOf(
                tr("It works until %1 and does not renew itself. Nothing to do before then."),
                {plain(DateTexts::date(link.stored->expires.at, today))});
        }
        if (!link.areTimesKnown())
            return plain(tr("Git in your workspaces can use it. When it ends is not known yet."));
        return plain(tr("Git in your workspaces can use it. Nothing to do."));
    case LinkHealth::RenewsItself:
        return renewalSentence(link, today);
    case LinkHealth::NotVerifiable:
        //: %1 is the host of a deployment
        return runsOf(tr("Coder on %1 is set up not to check this link, so only Git can tell "
                         "whether it works."),
                      {plain(host)});
    case LinkHealth::ProviderUnreachable:
    case LinkHealth::RateLimited:
        return waitSentence(link, health, today);
    case LinkHealth::NotLinked:
        return unlinkedSentence(link);
    case LinkHealth::Orphan:
        //: %1 is the id of a provider
        return runsOf(
            tr("This deployment no longer has a provider “%1”. Coder still keeps your link, "
               "but offers no way to remove it; an admin can bring the provider back."),
            {nameOf(link)});
    case LinkHealth::Unknown:
        return plain(unknownSentence(link));
    }
    Q_UNREACHABLE();
}

TextRuns LinkTexts::attentionSentence(const GitLink &link, LinkHealth health, const Today &today)
{
    if (health == LinkHealth::NeedsReconnect) {
        //: %1 is the name of a provider, such as GitLab
        return runsOf(
            tr("%1 no longer accepts this link. Clones and pushes fail until you reconnect."),
            {nameOf(link)});
    }
    const bool known = link.stored && isAt(link.stored->expires);
    if (health == LinkHealth::ExpiringSoon && known) {
        //: %1 is a point in time, such as "tomorrow at 18:40"
        return runsOf(tr("It ends %1 and does not renew itself. Reconnect before then."),
                      {plain(DateTexts::day(link.stored->expires.at, today))});
    }
    if (known && link.stored->expires.at <= today.now) {
        //: %1 is a point in time, such as "yesterday at 18:40"
        return runsOf(tr("It ended %1. Clones and pushes fail until you reconnect."),
                      {plain(DateTexts::day(link.stored->expires.at, today))});
    }
    return plain(tr("It has ended. Clones and pushes fail until you reconnect."));
}

TextRuns LinkTexts::appSentence(const GitLink &link)
{
    if (link.details && link.details->appInstall.isUsable()) {
        //: %1 is the name of a provider, such as GitHub; %2 is the host of a web page
        return runsOf(
            tr("The app that gives Coder access is installed for no account at %1 yet. The "
               "page to install it is on %2."),
            {nameOf(link), strong(link.details->appInstall.host())});
    }
    if (link.details && link.details->appInstall.isRefused()) {
        //: %1 is the name of a provider, such as GitHub
        return runsOf(
            tr("The app that gives Coder access is installed for no account at %1 yet. The "
               "address Coder gives for it cannot be opened; an admin can correct it."),
            {nameOf(link)});
    }
    //: %1 is the name of a provider, such as GitHub
    return runsOf(tr("The app that gives Coder access is installed for no account at %1 yet. Coder "
                     "gives no address for it; an admin can tell you where to install it."),
                  {nameOf(link)});
}

TextRuns LinkTexts::renewalSentence(const GitLink &link, const Today &today)
{
    if (!link.stored || !isAt(link.stored->expires))
        return plain(tr("Coder renews this link in time. Nothing to do."));
    const QDateTime &end = link.stored->expires.at;
    if (end <= today.now)
        return plain(
            tr("Coder renews this link the next time it is used or checked. Nothing to do."));
    if (isToday(end, today)) {
        //: %1 is a time of day
        return runsOf(tr("Coder renews this link in time, next before %1 today. Nothing to do."),
                      {plain(DateTexts::time(end, today))});
    }
    //: %1 is a date
    return runsOf(tr("Coder renews this link in time, next before %1. Nothing to do."),
                  {plain(DateTexts::date(end, today))});
}

TextRuns LinkTexts::waitSentence(const GitLink &link, LinkHealth health, const Today &today)
{
    if (health == LinkHealth::RateLimited) {
        //: %1 is the name of a provider, such as Slack
        return runsOf(
            tr("%1 limits how often Coder may ask. The link may be fine: wait, do not unlink."),
            {nameOf(link)});
    }
    const QString span = DateTexts::span(seenToBegin(link), today);
    if (span.isEmpty()) {
        //: %1 is the name of a provider, such as Bitbucket Server
        return runsOf(tr("Coder could not reach %1. The link may be fine: wait, do not unlink."),
                      {nameOf(link)});
    }
    //: %1 is the name of a provider, such as Bitbucket Server; %2 is "20 minutes"
    return runsOf(tr("Coder has not reached %1 for %2. The link may be fine: wait, do not unlink."),
                  {nameOf(link), plain(span)});
}

TextRuns LinkTexts::unlinkedSentence(const GitLink &link)
{
    if (link.isOtherService())
        return plain(tr("Link it to use it from your workspaces."));
    return plain(tr("Link it to clone and push from your workspaces."));
}

QString LinkTexts::unknownSentence(const GitLink &link)
{
    if (link.provider && !link.provider->hasUsableId)
        return tr(
            "This provider has an id that cannot be used safely, so Fairlead asks nothing about "
            "it. An admin can correct it.");
    if (!link.mayRead)
        return tr(
            "Your session token may not read links. Sign in again with a token without limits.");
    if (!link.authenticated)
        return tr("Coder has not said yet whether this link works.");
    return tr("Coder gives a reason that Fairlead does not know. Its words are behind Details.");
}

QString LinkTexts::account(const UntrustedText &userName, const ServerUrl &server)
{
    //: %1 is the name of a Coder user, %2 is the host of a deployment
    return tr("%1 on %2").arg(userName.isolated(), Texts::isolated(server.display()));
}

QString LinkTexts::login(const GitLink &link)
{
    if (!link.user || link.user->login.isEmpty())
        return {};
    return Texts::isolated(u'@' + link.user->login.plain());
}

QString LinkTexts::whoOrSince(const GitLink &link, const Today &today)
{
    if (!link.isLinked())
        return link.provider && link.provider->device ? tr("links by device code")
                                                      : tr("links in the browser");
    const QString who = login(link);
    //: %1 is the name of an account at a provider, such as @ada
    if (!who.isEmpty())
        return tr("as %1").arg(who);
    //: %1 is a date
    if (link.stored && isAt(link.stored->createdAt))
        return tr("linked %1").arg(DateTexts::date(link.stored->createdAt.at, today));
    return tr("linked");
}

QString LinkTexts::endTime(const Moment &expires, const Today &today)
{
    switch (expires.kind) {
    case Moment::Kind::Never:
        return tr("does not expire");
    case Moment::Kind::Unknown:
        return {};
    case Moment::Kind::At:
        break;
    }
    const QString when = DateTexts::ahead(expires.at, today);
    //: %1 is a date
    return when == DateTexts::date(expires.at, today) ? tr("expires %1").arg(when) : when;
}

QString LinkTexts::rowTime(const GitLink &link, LinkHealth health, const Today &today)
{
    const Moment expires = link.stored ? link.stored->expires : Moment{};
    const bool isOver = isAt(expires) && expires.at <= today.now;
    const QDateTime since = seenToBegin(link);
    switch (health) {
    case LinkHealth::NeedsReconnect:
        return DateTexts::since(since, today);
    case LinkHealth::Expired:
        if (isOver)
            return DateTexts::ago(expires.at, today);
        return DateTexts::since(since, today);
    case LinkHealth::AppNotInstalled:
        return login(link).isEmpty() ? QString() : whoOrSince(link, today);
    case LinkHealth::ExpiringSoon:
    case LinkHealth::Valid:
    case LinkHealth::NotVerifiable:
        return isOver ? DateTexts::ago(expires.at, today) : endTime(expires, today);
    case LinkHealth::RenewsItself:
        return isOver ? tr("renewal is due") : endTime(expires, today);
    case LinkHealth::ProviderUnreachable:
    case LinkHealth::RateLimited:
        return DateTexts::lasting(since, today);
    case LinkHealth::NotLinked:
        return {};
    case LinkHealth::Orphan:
        return tr("cannot be unlinked");
    case LinkHealth::Unknown:
        if (!link.mayRead || (link.provider && !link.provider->hasUsableId))
            return tr("may not be asked");
        return link.authenticated ? tr("see the details") : tr("not checked yet");
    }
    Q_UNREACHABLE();
}

QString LinkTexts::linkedAs(const GitLink &link)
{
    const QString who = login(link);
    if (who.isEmpty() && !link.details) // nobody has asked
        return tr("not known yet");
    return who.isEmpty() ? tr("Coder does not tell the account for this provider") : who;
}

QString LinkTexts::expires(const GitLink &link, const Today &today)
{
    const Moment expires = link.stored ? link.stored->expires : Moment{};
    switch (expires.kind) {
    case Moment::Kind::Never:
        return tr("does not expire");
    case Moment::Kind::Unknown:
        return link.areTimesKnown() ? tr("Coder does not tell") : tr("not known yet");
    case Moment::Kind::At:
        break;
    }
    const QString when = DateTexts::day(expires.at, today);
    //: %1 is a point in time, such as "today at 18:40"
    if (renewsItself(link) && expires.at > today.now && link.authenticated.value_or(false))
        return tr("%1, renews itself before that").arg(when);
    //: %1 is a point in time, such as "yesterday at 18:40"
    if (expires.at <= today.now)
        return tr("%1, that is over").arg(when);
    //: %1 is a point in time, such as "today at 18:40"
    return tr("%1, does not renew itself").arg(when);
}

QString LinkTexts::linksBy(const GitLink &link)
{
    return link.provider && link.provider->device ? tr("device code") : tr("browser");
}

QString LinkTexts::moment(const Moment &when, const Today &today)
{
    return isAt(when) ? DateTexts::day(when.at, today) : tr("Coder does not tell");
}

QString LinkTexts::learnt(const QDateTime &learntAt, const Today &today)
{
    return learntAt.isValid() ? DateTexts::ago(learntAt, today) : tr("not yet");
}

QStringList LinkTexts::serverWords(const GitLink &link)
{
    QStringList lines;
    if (!link.serverText.isEmpty())
        lines.append(Texts::quoted(link.serverText));
    if (!link.couldNotCheck.isEmpty()) {
        //: %1 is a line such as: Coder said: “unexpected end of JSON input”
        lines.append(tr("Not everything could be read. %1").arg(Texts::quoted(link.couldNotCheck)));
    }
    return lines;
}
