// SPDX-License-Identifier: MIT
#include "links/linkpreparation.h"

#include "links/gitlink.h"
#include "links/listcalls.h"

#include <QPointer>

#include <utility>

LinkPreparation::LinkPreparation(CoderApi &api, ListCalls &lists, ProviderId provider,
                                 LinkBaseline known, Clock &clock,
                                 std::chrono::milliseconds listPatience, QObject *parent)
    : QObject(parent), m_api(api), m_lists(lists), m_provider(std::move(provider)),
      m_known(std::move(known)), m_clock(clock), m_listPatience(listPatience), m_baseline(m_known),
      m_patience(clock.makeTimer([this] { patienceEnded(); }))
{
    m_baseline.isListOld = true;
    connect(&lists, &ListCalls::answered, this, &LinkPreparation::heard);
}

LinkPreparation::~LinkPreparation() = default;

void LinkPreparation::start()
{
    m_listAsker = std::make_unique<QObject>();
    m_listCall = m_lists.ask(*m_listAsker);
    m_patience->start(m_listPatience);
}

void LinkPreparation::heard(int call, const Answer<Listing> &answer)
{
    if (m_listAsker && call == m_listCall)
        answeredByList(answer);
}

void LinkPreparation::askById()
{
    m_byIdReceiver = std::make_unique<QObject>();
    m_api.details(m_provider, *m_byIdReceiver,
                  [this](const Answer<LinkDetails> &answer) { answeredById(answer); });
    m_patience->start(m_listPatience);
}

/// A provider that keeps by id waiting, too, must not keep the person waiting.
void LinkPreparation::patienceEnded()
{
    if (!m_byIdReceiver)
        askById();
    else if (m_listing)
        end();
}

/// Coder reads the links before it asks their providers, so a list that comes late still tells what
/// was there before the page was opened.
void LinkPreparation::answeredByList(const Answer<Listing> &answer)
{
    m_listAsker.reset();
    const bool isLate = !m_byIdReceiver && !m_patience->isActive();
    if (isLate) {
        if (answer)
            emit listedLate(*answer);
        return;
    }
    if (!answer) {
        if (!isOfTheList(answer.error()))
            end(answer.error());
        else if (!m_byIdReceiver)
            askById();
        return;
    }
    m_listing = *answer;
    m_baseline.take(*answer, m_provider);
    if (!m_baseline.linked)
        end();
    else if (!m_byIdReceiver)
        askById();
}

void LinkPreparation::answeredById(const Answer<LinkDetails> &answer)
{
    const QPointer<LinkPreparation> alive(this);
    if (answer) {
        m_details = *answer;
        m_baseline.take(*answer);
        emit detailed(*answer);
    } else if (isCouldNotCheck(answer.error()) && !answer.error().verdicts.scopeTooNarrow) {
        m_baseline.linked = true; // else there would be nothing to check
    } else if (!m_listing && answer.error().kind != ApiError::Kind::TimedOut) {
        end(answer.error());
        return;
    }
    if (alive)
        end();
}

void LinkPreparation::end(const std::optional<ApiError> &error)
{
    m_patience->stop();
    m_byIdReceiver.reset();
    if (!error) {
        emit prepared();
        return;
    }
    m_listAsker.reset();
    emit failed(*error);
}

bool LinkPreparation::isFound() const
{
    return m_baseline.works && !m_known.works
        && m_known.evidenceIn(m_listing ? &*m_listing : nullptr, m_details, m_provider,
                              m_clock.wall())
        == LinkEvidence::Changed;
}
