// SPDX-License-Identifier: MIT
#include "links/linkcache.h"

#include "base/logging.h"
#include "base/privatefile.h"
#include "links/linkbook.h"
#include "links/linkrecord.h"
#include "session/account.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int version = 1;
constexpr auto versionKey = "version"_L1;
constexpr auto accountsKey = "accounts"_L1;

/// An account with more is kept without the details of its links, or not at all.
constexpr qsizetype mostBytesOfAccount = 1024 * 1024;
constexpr qint64 mostBytes = 16 * 1024 * 1024;

/// Answers come in bursts: a list, then details one by one.
constexpr auto burst = 10s;

QByteArray encoded(const AccountLinks &known)
{
    for (const auto extent : {LinkRecord::Extent::Whole, LinkRecord::Extent::WithoutDetails}) {
        QByteArray bytes
            = QJsonDocument(LinkRecord::of(known, extent)).toJson(QJsonDocument::Compact);
        if (bytes.size() <= mostBytesOfAccount)
            return bytes;
    }
    return {};
}

QByteArray quoted(const QString &text)
{
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

} // namespace

LinkCache::LinkCache(QString path, LinkBook &book, Clock &clock, QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_book(book), m_clock(clock),
      m_timer(clock.makeTimer([this] { goOn(); }))
{
    connect(&book, &LinkBook::learnt, this, &LinkCache::learnt);
    connect(&book, &LinkBook::accountRemoved, this, &LinkCache::forget);
}

LinkCache::~LinkCache()
{
    if (m_timer->isActive())
        writeAll();
}

void LinkCache::recall(const QList<Account> &accounts)
{
    const std::optional<QByteArray> bytes = PrivateFile::read(m_path, mostBytes);
    const QJsonObject root = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    if (root.value(versionKey).toInt() != version)
        return;
    const QJsonObject records = root.value(accountsKey).toObject();
    for (const Account &account : accounts) {
        const QJsonValue record = records.value(account.id().toString());
        if (account.keeping == Account::Keeping::Nowhere) {
            if (!record.isUndefined())
                m_timer->start(burst); // the last run did not come to take it out
            continue;
        }
        if (const auto known = LinkRecord::read(record, account, m_clock.wall()))
            m_book.recall(account.id(), *known);
    }
}

void LinkCache::learnt(const AccountId &account)
{
    m_forgotten.remove(account);
    m_records.remove(account);
    if (!m_timer->isActive())
        m_timer->start(burst);
}

/// One account a turn of the event loop: a thousand links take longer than a frame.
void LinkCache::goOn()
{
    if (encodeOne())
        m_timer->start(0ms);
    else
        write();
}

/// False where all that is known is encoded.
bool LinkCache::encodeOne()
{
    for (const AccountId &account : m_book.accounts()) {
        if (m_records.contains(account) || m_forgotten.contains(account)
            || !m_book.listedAt(account).isValid())
            continue;
        m_records.insert(account, encoded(m_book.knownOf(account)));
        return true;
    }
    return false;
}

void LinkCache::writeAll()
{
    while (encodeOne()) { }
    write();
}

void LinkCache::write()
{
    m_timer->stop();
    if (m_isRemoved)
        return;
    QByteArray records;
    for (const AccountId &account : m_book.accounts()) {
        const QByteArray record = m_records.value(account);
        if (record.isEmpty() || records.size() + record.size() > mostBytes - mostBytesOfAccount)
            continue;
        records += (records.isEmpty() ? "" : ",\n") + quoted(account.toString()) + ':' + record;
    }
    if (records.isEmpty()) {
        QFile::remove(m_path);
        return;
    }
    const QByteArray bytes = "{" + quoted(versionKey) + ':' + QByteArray::number(version) + ','
        + quoted(accountsKey) + ":{\n" + records + "\n}}\n";
    if (!PrivateFile::write(m_path, bytes))
        qCWarning(lcLink) << "the last known links could not be kept";
}

/// Of the others, what is not encoded yet follows: most of it, where none has answered so far.
void LinkCache::forget(const AccountId &account)
{
    if (m_forgotten.contains(account))
        return;
    m_records.remove(account);
    m_forgotten.insert(account);
    write();
    if (encodeOne())
        m_timer->start(0ms);
}

QStringList LinkCache::files() const
{
    return QFileInfo::exists(m_path) ? QStringList{m_path} : QStringList();
}

void LinkCache::remove()
{
    clear();
    m_isRemoved = true;
    QDir().rmdir(QFileInfo(m_path).path()); // not where it holds anything else
}

void LinkCache::clear()
{
    const QList<AccountId> accounts = m_book.accounts();
    m_forgotten = {accounts.begin(), accounts.end()};
    m_records.clear();
    write();
}
