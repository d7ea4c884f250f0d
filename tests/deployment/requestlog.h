// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

#include <QList>

namespace simulated {

/// One request as the deployment took it.
struct Request {
    QByteArray method{};
    QByteArray path{};
    QByteArray query{};
    HttpHeaders headers{};
    QByteArray body{};
    bool hadToken = false;
    bool isTokenValid = false;
    int transmission = 1; ///< how often the same method, path and body have come by now
    int status = 0;       ///< of the answer; 0 while there is none, and for ever if it never came

    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        return headerValue(headers, name);
    }
};

} // namespace simulated
