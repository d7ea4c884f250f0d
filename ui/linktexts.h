// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "links/gitlink.h"
#include "widgets/textrun.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

class ServerUrl;
class UntrustedText;

/// The words for one link: what its health is called, what that means and what to do about it, and
/// the facts beside it. Names and logins stand between direction marks.
class LinkTexts
{
    Q_DECLARE_TR_FUNCTIONS(LinkTexts)

public:
    static QString word(LinkHealth health);
    /// What it was when it could last be seen: "Renewed itself".
    static QString pastWord(LinkHealth health);
    /// What is, then what to do. \a host is the deployment's.
    static TextRuns sentence(const GitLink &link, LinkHealth health, const QString &host,
                             const Today &today);
    /// Word and sentence, the word strong.
    static TextRuns state(const GitLink &link, LinkHealth health, const QString &host,
                          const Today &today);
    /// Word and age where the deployment cannot be asked.
    static TextRuns lastState(LinkHealth health, const QDateTime &learntAt, const Today &today);

    /// "ada on coder.example.com"
    static QString account(const UntrustedText &userName, const ServerUrl &server);
    /// "as @ada", else "linked 2 May 2025", else how it would be linked.
    static QString whoOrSince(const GitLink &link, const Today &today);
    /// The time at the end of a row: "in 5 hours", "does not expire"; may be empty.
    static QString rowTime(const GitLink &link, LinkHealth health, const Today &today);
    /// The account at the provider: "@ada"; empty where it is not known.
    static QString login(const GitLink &link);
    static QString linkedAs(const GitLink &link);
    static QString expires(const GitLink &link, const Today &today);
    static QString linksBy(const GitLink &link);
    /// \a when in words, or that Coder does not tell.
    static QString moment(const Moment &when, const Today &today);
    static QString learnt(const QDateTime &learntAt, const Today &today);
    /// Coder's own words about this link, for Details.
    static QStringList serverWords(const GitLink &link);

private:
    static QString endTime(const Moment &expires, const Today &today);
    static TextRuns attentionSentence(const GitLink &link, LinkHealth health, const Today &today);
    static TextRuns appSentence(const GitLink &link);
    static TextRuns renewalSentence(const GitLink &link, const Today &today);
    static TextRuns unlinkedSentence(const GitLink &link);
    static QString unknownSentence(const GitLink &link);
    static TextRuns waitSentence(const GitLink &link, LinkHealth health, const Today &today);
};
