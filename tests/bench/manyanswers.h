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
    /// One provider in so many is GitHub, of which Fairlead asks details by itself.
    static constexpr int gitHubs = 5;
    [[nodiscard]] static QString host(int account);
    [[nodiscard]] static ProviderId id(int provider);
    static constexpr int none = -1;
    static constexpr int all = -2;
    /// GET /external-auth of one account; \a broken is a provider whose link no longer works.
    [[nodiscard]] QByteArray listing(int account, int broken = none) const;
    /// GET /external-auth/{id}, with fifty installations.
    [[nodiscard]] static QByteArray details(int account, int provider);

private:
    int m_providers;
};
