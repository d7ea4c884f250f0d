// SPDX-License-Identifier: MIT
#include "keychain/keychainwrite.h"

KeychainWrite::KeychainWrite(KeychainService &service, KeychainJobs &jobs, const QString &key,
                             const SessionToken &token, QObject *parent)
    : KeychainErrand(service, jobs, key, parent), m_token(token)
{ }

void KeychainWrite::work()
{
    // KeePassXC asks the person before it overwrites an entry, so one that is right is left alone.
    read([this](const JobEnd &end) {
        if (end.kind == JobEnd::Kind::Succeeded && end.token == m_token)
            succeed();
        else if (end.kind == JobEnd::Kind::Hung || end.kind == JobEnd::Kind::Denied)
            failAfter(end);
        else
            writeNow();
    });
}

void KeychainWrite::writeNow()
{
    write(m_token, [this](const JobEnd &end) {
        if (end.kind == JobEnd::Kind::Succeeded)
            compare();
        else
            failAfter(end);
    });
}

void KeychainWrite::compare()
{
    read([this](const JobEnd &end) {
        if (end.kind == JobEnd::Kind::Succeeded && end.token == m_token)
            succeed();
        else
            failAfter(end);
    });
}
