// SPDX-License-Identifier: MIT
#include "flownews.h"

#include "links/browserlinkflow.h"
#include "links/devicelinkflow.h"

LinkNews::Kind flowNewsOf(const DeviceLinkFlow &flow)
{
    using Kind = LinkNews::Kind;
    if (flow.as<DeviceLinkFlow::Linked>())
        return Kind::Linked;
    if (flow.as<DeviceLinkFlow::LinkedUnread>())
        return Kind::LinkedUnread;
    if (const auto *approved = flow.as<DeviceLinkFlow::CancelledButApproved>())
        return approved->evidence == LinkEvidence::Changed ? Kind::ApprovedAfterCancel
                                                           : Kind::MaybeApprovedAfterCancel;
    const auto *failed = flow.as<DeviceLinkFlow::Failed>();
    if (failed && failed->maybeLinked)
        return Kind::MaybeLinked;
    if (failed && failed->why == DeviceLinkFlow::Failed::Why::Denied)
        return Kind::Denied;
    if (failed && failed->why == DeviceLinkFlow::Failed::Why::Expired)
        return Kind::Expired;
    return Kind::Failed;
}

LinkNews::Kind flowNewsOf(const BrowserLinkFlow &flow)
{
    if (flow.as<BrowserLinkFlow::Linked>())
        return LinkNews::Kind::Linked;
    if (flow.as<BrowserLinkFlow::Failed>() || flow.as<BrowserLinkFlow::Refused>())
        return LinkNews::Kind::Failed;
    const auto *gaveUp = flow.as<BrowserLinkFlow::GaveUp>();
    if (gaveUp && gaveUp->isBroken)
        return LinkNews::Kind::LinkedBroken;
    return flow.as<BrowserLinkFlow::SeemsRenewed>() ? LinkNews::Kind::MaybeRenewed
                                                    : LinkNews::Kind::StoppedLooking;
}
