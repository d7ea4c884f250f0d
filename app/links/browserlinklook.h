// SPDX-License-Identifier: MIT
#pragma once

#include "coder/apierror.h"
#include "links/linkbaseline.h"

#include <QObject>

#include <optional>

/// What one look at a link has read so far. It receives the answers: destroying it ends them. It
/// has no signals.
class BrowserLinkLook : public QObject // clazy:exclude=missing-qobject-macro
{
public:
    std::optional<LinkDetails> details{};
    std::optional<Listing> listing{};
    std::optional<ApiError> listError{};
    int listCall = 0;
    bool isAskedById = false;

    /// Compared with what was known \a before.
    [[nodiscard]] LinkEvidence evidence(const LinkBaseline &before, const ProviderId &provider,
                                        const QDateTime &now) const;
    [[nodiscard]] bool isProviderGone(const ProviderId &provider) const;
    /// What was read is what the next look is compared with.
    void takeInto(LinkBaseline &baseline, const ProviderId &provider) const;
};
