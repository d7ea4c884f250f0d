// SPDX-License-Identifier: MIT
#include "keychain/keychainread.h"

void KeychainRead::work()
{
    read([this](const JobEnd &end) {
        if (end.kind == JobEnd::Kind::Missing) {
            believeMissing([this] { fail({.state = StoreState::Ready, .missing = true}); });
        } else if (end.kind == JobEnd::Kind::Succeeded) {
            m_token = end.token;
            succeed();
        } else {
            failAfter(end);
        }
    });
}
