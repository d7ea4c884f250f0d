// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "coder/coderapi.h"
#include "links/linkbaseline.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

class ListCalls;

/// Reads what is linked before a link is made elsewhere: the list, which alone tells times, and by
/// id whether what is there works. Where another provider keeps the list silent, by id has to do.
class LinkPreparation : public QObject
{
    Q_OBJECT

public:
    /// \a known is the book's last word.
    LinkPreparation(CoderApi &api, ListCalls &lists, ProviderId provider, LinkBaseline known,
                    Clock &clock, std::chrono::milliseconds listPatience,
                    QObject *parent = nullptr);
    ~LinkPreparation() override;

    void start();
    [[nodiscard]] const LinkBaseline &baseline() const { return m_baseline; }
    [[nodiscard]] const std::optional<LinkDetails> &details() const { return m_details; }
    /// It works, and when the book was told, there was none or one that did not.
    [[nodiscard]] bool isFound() const;
    [[nodiscard]] bool isListUnderWay() const { return m_listAsker != nullptr; }
    /// The number of the list call it takes part in.
    [[nodiscard]] int listCall() const { return m_listCall; }

signals:
    /// What was read by id on the way, for the book.
    void detailed(const LinkDetails &details);
    /// What is known by now has to do; the list may still be under way.
    void prepared();
    /// Coder did not answer at all.
    void failed(const ApiError &error);
    /// It came after prepared().
    void listedLate(const Listing &listing);

private:
    void askById();
    void heard(int call, const Answer<Listing> &answer);
    void answeredByList(const Answer<Listing> &answer);
    void answeredById(const Answer<LinkDetails> &answer);
    void patienceEnded();
    void end(const std::optional<ApiError> &error = std::nullopt);

    CoderApi &m_api;
    ListCalls &m_lists;
    const ProviderId m_provider;
    const LinkBaseline m_known;
    Clock &m_clock;
    const std::chrono::milliseconds m_listPatience;
    LinkBaseline m_baseline;
    std::optional<Listing> m_listing;
    std::optional<LinkDetails> m_details;
    int m_listCall = 0;
    std::unique_ptr<QObject> m_listAsker;    ///< destroying it ends the question
    std::unique_ptr<QObject> m_byIdReceiver; ///< the same
    std::unique_ptr<ClockTimer> m_patience;  ///< runs, or by id is being asked, until the end
};
