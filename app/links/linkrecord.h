// SPDX-License-Identifier: MIT
#pragma once

#include "links/linkbook.h"

#include <QJsonObject>

#include <optional>

struct Account;

/// What is known of an account's links as JSON, for the time between two runs. What a server said
/// is written as a server says it, so that reading it again passes the same strict decoders.
class LinkRecord
{
public:
    enum class Extent { Whole, WithoutDetails };

    static QJsonObject of(const AccountLinks &known, Extent extent = Extent::Whole);
    /// Nothing where \a json is not what of() makes, or was learnt later than \a now (UTC).
    static std::optional<AccountLinks> read(const QJsonValue &json, const Account &account,
                                            const QDateTime &now);
};
