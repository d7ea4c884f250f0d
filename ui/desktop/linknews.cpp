// SPDX-License-Identifier: MIT
#include "desktop/linknews.h"

#include "desktop/plainname.h"

namespace {

bool isUnnamed(const LinkNews &news)
{
    return !plainName(news.provider, news.link.provider);
}

} // namespace

QString LinkNewsTexts::title(const LinkNews &news)
{
    const QString name = plainName(news.provider, news.link.provider).value_or(QString());
    const bool unnamed = isUnnamed(news);
    //: In all titles %1 is the name of a Git provider, such as GitHub
    switch (news.kind) {
    case LinkNews::Kind::Linked:
        return unnamed ? tr("A provider is linked") : tr("%1 is linked").arg(name);
    case LinkNews::Kind::LinkedUnread:
        return unnamed ? tr("Coder accepted the approval for a provider")
                       : tr("Coder accepted the approval for %1").arg(name);
    case LinkNews::Kind::Denied:
        return unnamed ? tr("Access was declined at a provider")
                       : tr("Access was declined at %1").arg(name);
    case LinkNews::Kind::Expired:
        return unnamed ? tr("The code for a provider has expired")
                       : tr("The code for %1 has expired").arg(name);
    case LinkNews::Kind::Failed:
        return unnamed ? tr("A provider could not be linked")
                       : tr("%1 could not be linked").arg(name);
    case LinkNews::Kind::MaybeRenewed:
        return unnamed ? tr("A provider's link has changed")
                       : tr("The link of %1 has changed").arg(name);
    case LinkNews::Kind::StoppedLooking:
        return unnamed ? tr("Fairlead has stopped looking at a provider")
                       : tr("Fairlead has stopped looking at %1").arg(name);
    case LinkNews::Kind::LinkedBroken:
        return unnamed ? tr("A provider was linked, but the link does not work")
                       : tr("%1 was linked, but the link does not work").arg(name);
    case LinkNews::Kind::MaybeLinked:
        return unnamed ? tr("Whether a provider is linked is not known")
                       : tr("Whether %1 is linked is not known").arg(name);
    case LinkNews::Kind::ApprovedAfterCancel:
    case LinkNews::Kind::MaybeApprovedAfterCancel:
        return titleAfterCancel(news);
    case LinkNews::Kind::Broken:
    case LinkNews::Kind::Ending:
    case LinkNews::Kind::SessionEnds:
    case LinkNews::Kind::Notice:
        break;
    }
    return titleOfNoFlow(news);
}

QString LinkNewsTexts::titleAfterCancel(const LinkNews &news)
{
    const QString name = plainName(news.provider, news.link.provider).value_or(QString());
    if (news.kind == LinkNews::Kind::ApprovedAfterCancel)
        return isUnnamed(news) ? tr("A provider is linked although you cancelled")
                               : tr("%1 is linked although you cancelled").arg(name);
    return isUnnamed(news) ? tr("A provider may be linked although you cancelled")
                           : tr("%1 may be linked although you cancelled").arg(name);
}

/// Of what came about without a linking.
QString LinkNewsTexts::titleOfNoFlow(const LinkNews &news)
{
    if (news.kind == LinkNews::Kind::Notice)
        return news.words;
    return news.kind == LinkNews::Kind::SessionEnds ? tr("Your Coder session is about to end")
                                                    : incidentTitle(news);
}

QString LinkNewsTexts::incidentTitle(const LinkNews &news)
{
    if (news.others > 0)
        return tr("%n links need attention", nullptr, news.others + 1);
    const auto name = plainName(news.provider, news.link.provider);
    if (news.kind == LinkNews::Kind::Ending)
        return name ? tr("The link of %1 ends soon").arg(*name)
                    : tr("The link of a provider ends soon");
    return name ? tr("%1 needs to be reconnected").arg(*name)
                : tr("A provider needs to be reconnected");
}

QString LinkNewsTexts::bodyOfSeveral(const LinkNews &news)
{
    const QString server = news.server.display();
    const auto name = plainName(news.provider, news.link.provider);
    //: %1 is the host of a Coder deployment, %n a number of links
    if (!name)
        return tr("A provider on %1 and %n more.", nullptr, news.others).arg(server);
    //: %1 is the name of a Git provider, %2 the host of a Coder deployment, %n a number of links
    return tr("%1 on %2 and %n more.", nullptr, news.others).arg(*name, server);
}

QString LinkNewsTexts::bodyOfSession(const LinkNews &news)
{
    const QString server = news.server.display();
    const std::optional<QString> owner = plainName(news.owner);
    if (!owner)
        //: %1 is the host of a Coder deployment, %2 is "tomorrow at 18:40", for instance
        return tr("On %1 it ends %2. Sign in again, and everything stays.").arg(server, news.when);
    //: %1 is the name of a Coder user, %2 the host of a Coder deployment, %3 is "tomorrow at 18:40",
    //: for instance
    return tr("For %1 on %2 it ends %3. Sign in again, and everything stays.")
        .arg(*owner, server, news.when);
}

QString LinkNewsTexts::body(const LinkNews &news)
{
    if (news.others > 0)
        return bodyOfSeveral(news);
    const QString server = news.server.display();
    //: In all these sentences %1 is the host of a Coder deployment
    switch (news.kind) {
    case LinkNews::Kind::Linked:
        return tr("For your account on %1.").arg(server);
    case LinkNews::Kind::LinkedUnread:
        return tr("The link on %1 could not be read yet.").arg(server);
    case LinkNews::Kind::Denied:
    case LinkNews::Kind::Expired:
        return tr("Nothing was linked on %1.").arg(server);
    case LinkNews::Kind::Failed:
        return tr("Fairlead shows what %1 said.").arg(server);
    case LinkNews::Kind::MaybeRenewed:
        return tr("Coder on %1 may only have renewed it.").arg(server);
    case LinkNews::Kind::StoppedLooking:
        return tr("No new link was seen on %1. If you have made one, check again.").arg(server);
    case LinkNews::Kind::LinkedBroken:
        return tr("Fairlead shows what to do on %1.").arg(server);
    case LinkNews::Kind::MaybeLinked:
        return tr("An answer of %1 was lost. Look at the list.").arg(server);
    case LinkNews::Kind::MaybeApprovedAfterCancel:
        return tr("Look at it on %1, and unlink it if you did not mean it.").arg(server);
    case LinkNews::Kind::ApprovedAfterCancel:
        return tr("The approval reached %1 before the cancelling. Unlink it if you did not mean "
                  "it.")
            .arg(server);
    case LinkNews::Kind::Broken:
        return tr("It does not work on %1 until then.").arg(server);
    case LinkNews::Kind::Ending:
        return tr("It does not renew itself. Reconnect it on %1 in time.").arg(server);
    case LinkNews::Kind::SessionEnds:
        return bodyOfSession(news);
    case LinkNews::Kind::Notice:
        return {};
    }
    Q_UNREACHABLE();
}

QString LinkNewsTexts::showLink()
{
    return tr("Show link");
}

QString LinkNewsTexts::newCode()
{
    return tr("Get a new code");
}

QString LinkNewsTexts::signInAgain()
{
    return tr("Sign in again");
}

QString LinkNewsTexts::showWindow()
{
    return tr("Show Fairlead");
}
