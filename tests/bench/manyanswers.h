// SPDX-License-Identifier: MIT
#pragma once

#include "coder/types.h"

#include <QByteArray>

/// What a person with many accounts gets to read: the answers of their servers as they come over
/// the wire.
class ManyAnswers
{
public:
    /// \a providers of each account; nine in ten are linked, one link in twenty is broken.
    explicit ManyAnswers(int providers) : m_providers(providers) { }

    [[nodiscard]] int providers() const { return m_providers; }
    [[nodiscard]] static QString host(int account);
    [[nodiscard]] static ProviderId id(int provider);
    /// GET /external-auth of one account; \a broken is a provider whose link no longer works.
    [[nodiscard]] QByteArray listing(int account, int broken = -1) const;
    /// GET /external-auth/{id}, with fifty installations.
    [[nodiscard]] static QByteArray details(int account, int provider);

private:
    int m_providers;
};
