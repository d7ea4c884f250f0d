// SPDX-License-Identifier: MIT
#include "links/unlinking.h"

#include "links/listcalls.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Unlinking::Plan planFor(const GitLink &link)
{
    using Revocation = Unlinking::Plan::Revocation;
    if (!link.provider)
        return {.revocation = Revocation::NotConfigured, .orphan = true};
    if (!link.provider->supportsRevocation)
        return {.revocation = Revocation::NotByThisServer};
    if (!*link.provider->supportsRevocation)
        return {.revocation = Revocation::NotConfigured};
    // GitHub's revoke address deletes the grant, which is all tokens of the app.
    return {.revocation = Revocation::WillBeTried,
            .grantWide = link.provider->type.compare("github"_L1, Qt::CaseInsensitive) == 0};
}

/// The list need not be asked, nor would it show the link where the token's scope is too narrow.
bool isStillThere(const ApiError &error)
{
    return error.verdicts.scopeTooNarrow || error.sent == ApiError::Sent::No
        || error.kind == ApiError::Kind::SignedOut;
}

} // namespace

Unlinking::Unlinking(CoderApi &api, ListCalls &lists, const GitLink &link, QObject *parent)
    : QObject(parent), m_api(api), m_lists(lists), m_link(link), m_plan(planFor(link))
{
    connect(&lists, &ListCalls::answered, this, &Unlinking::listed);
}

Unlinking::~Unlinking() = default;

void Unlinking::enter(State next)
{
    m_state = std::move(next);
    emit stateChanged();
}

void Unlinking::confirm()
{
    if (!as<Confirming>() && !as<Failed>())
        return;
    m_api.unlink(m_link.key.provider, *this,
                 [this](const Answer<UnlinkOutcome> &answer) { deleted(answer); });
    enter(Deleting{});
}

void Unlinking::deleted(const Answer<UnlinkOutcome> &answer)
{
    if (answer)
        readList(*answer);
    else if (isStillThere(answer.error()))
        enter(Failed{.error = answer.error(), .stillLinked = true});
    else
        lookAgain(answer.error());
}

/// The answer says what became of the provider's access; the list, what is shown from now on.
void Unlinking::readList(const UnlinkOutcome &outcome)
{
    const QPointer<Unlinking> alive(this);
    m_lists.outdate(); // what is under way was asked before
    emit removed();    // whoever hears it may ask anew, and that serves
    if (!alive)
        return;
    m_listCall = m_lists.ask(*this);
    enter(Removed{.outcome = outcome});
}

void Unlinking::lookAgain(const ApiError &error)
{
    m_lists.outdate();
    m_listCall = m_lists.ask(*this);
    enter(LookingAgain{.error = error});
}

void Unlinking::listed(int call, const Answer<Listing> &answer)
{
    if (const auto *looking = as<LookingAgain>(); looking && call == m_listCall)
        looked(ApiError(looking->error), answer);
}

void Unlinking::looked(const ApiError &error, const Answer<Listing> &answer)
{
    if (!answer) {
        enter(Failed{.error = error});
        return;
    }
    const bool still
        = std::any_of(answer->links.begin(), answer->links.end(), [this](const StoredLink &link) {
              return link.provider == m_link.key.provider;
          });
    // Not linked is told by 404, or by 500 on servers before v2.27 (recordings, 15). A link that
    // was there a moment ago and is gone now may have been taken by a first, lost transmission of
    // the same request.
    const bool wasMissing = error.kind == ApiError::Kind::NotFound || error.verdicts.linkMissing;
    if (still)
        enter(Failed{.error = error, .stillLinked = true});
    else
        enter(Removed{.outcome = {.requestId = error.requestId},
                      .answerLost = !wasMissing,
                      .alreadyGone = wasMissing});
}
