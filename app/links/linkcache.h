// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/strongid.h"
#include "session/storedthing.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

struct Account;
class LinkBook;

/// Keeps what the book knows in a file, so that the next run begins with it; no secrets. A file
/// that cannot be understood counts as none. Written some time after answers came, and at the end.
class LinkCache : public QObject, public StoredThing
{
    Q_OBJECT

public:
    LinkCache(QString path, LinkBook &book, Clock &clock, QObject *parent = nullptr);
    /// Writes what is not written yet.
    ~LinkCache() override;

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Puts into the book what an earlier run knew of these accounts, unless they are signed out.
    void recall(const QList<Account> &accounts);
    /// Takes an account out of the file, at once; others may be missing from it for some turns of
    /// the event loop. The next answer about it brings it back.
    void forget(const AccountId &account);
    /// Removes the file. The next answer brings it back.
    void clear();

    [[nodiscard]] Kind kind() const override { return Kind::LinkCache; }
    [[nodiscard]] QStringList files() const override;
    void remove() override;

private:
    void learnt(const AccountId &account);
    void goOn();
    [[nodiscard]] bool encodeOne();
    void writeAll();
    void write();

    QString m_path;
    LinkBook &m_book;
    Clock &m_clock;
    QHash<AccountId, QByteArray> m_records; ///< as they stand in the file, or will
    QSet<AccountId> m_forgotten;            ///< and nothing learnt of them since
    std::unique_ptr<ClockTimer> m_timer;    ///< active: something is not written yet
    bool m_isRemoved = false;               ///< by the person's wish
};
