// SPDX-License-Identifier: MIT
#pragma once

#include "coder/coderapi.h"
#include "coder/restclient.h"

#include <QObject>

/// Gives a key that was made for us, and that no account will use, back to its deployment: one
/// call, after which this object deletes itself. Without an answer the key ends by itself.
class KeyReturn : public QObject
{
    Q_OBJECT

public:
    KeyReturn(const ServerUrl &server, const SessionToken &token, QObject *parent);

private:
    RestClient m_rest;
    CoderApi m_api;
};
