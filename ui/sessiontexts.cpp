// SPDX-License-Identifier: MIT
#include "sessiontexts.h"

using namespace Qt::StringLiterals;

QString SessionTexts::end(const Session::State &state, const Today &today)
{
    const auto *signedIn = std::get_if<Session::SignedIn>(&state);
    if (!signedIn || !signedIn->key)
        return {};
    const Moment ends = signedIn->tokenEnds();
    switch (ends.kind) {
    case Moment::Kind::Unknown:
        return {};
    case Moment::Kind::Never:
        return tr("does not expire");
    case Moment::Kind::At:
        break;
    }
    const QString when = DateTexts::day(ends.at, today);
    if (signedIn->key->loginType == "token"_L1) // made by hand: newer servers do not extend it
        //: %1 is a point in time, such as "today at 18:40"
        return tr("until %1").arg(when);
    //: %1 is a point in time, such as "today at 18:40"
    return tr("until %1, extended by use").arg(when);
}
