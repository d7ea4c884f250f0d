// SPDX-License-Identifier: MIT
#include "session/keyreturn.h"

#include "base/logging.h"

KeyReturn::KeyReturn(const ServerUrl &server, const SessionToken &token, QObject *parent)
    : QObject(parent), m_rest(server), m_api(m_rest)
{
    m_rest.setToken(token);
    m_api.deleteKey(token.keyId(), *this, [this](const Answer<Done> &answer) {
        if (!answer)
            qCWarning(lcSession) << "a key that no account uses is left to end by itself";
        deleteLater();
    });
}
