// SPDX-License-Identifier: MIT
#include "base/secret.h"
#include "coder/oneshotbody.h"

#include <QDebug>
#include <QFile>
#include <QTest>

#include <optional>
#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;

/// Bytes nobody may print, on pages of their own.
class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void keepsItsBytes();
    void comparesContents();
    void cannotBePrinted();
    void copiesShareTheirPages();
    void livesOnPagesThatCoreDumpsLeaveOut();
    void givesItsPagesBackWithTheLastCopy();
    void wipesWhatItIsGiven();
    void aBodyCanBeReadOnce();
};

namespace {

/// The lines of /proc/self/smaps about the mapping that holds \a address; empty where there is
/// none.
QByteArray mappingAt(const void *address)
{
    QFile smaps(u"/proc/self/smaps"_s);
    if (!smaps.open(QIODevice::ReadOnly))
        return {};
    const auto wanted = reinterpret_cast<quintptr>(address);
    QByteArray found;
    bool inside = false;
    const QList<QByteArray> lines = smaps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray range = line.left(line.indexOf(' '));
        const qsizetype dash = range.indexOf('-');
        bool isFirst = false;
        bool isLast = false;
        const quintptr first = range.left(dash).toULongLong(&isFirst, 16);
        const quintptr last = range.mid(dash + 1).toULongLong(&isLast, 16);
        if (dash > 0 && isFirst && isLast)
            inside = first <= wanted && wanted < last;
        if (inside)
            found += line + '\n';
    }
    return found;
}

} // namespace

void TestSecret::keepsItsBytes()
{
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(QByteArrayView()).isEmpty());
    const QByteArray bytes = "a\0b\xff"_ba + QByteArray(10'000, 'x');
    const Secret secret(bytes);
    QCOMPARE(secret.bytes().toByteArray(), bytes);
    const auto page = static_cast<qsizetype>(sysconf(_SC_PAGESIZE));
    QCOMPARE(Secret(QByteArray(page, 'p')).bytes().size(), page);
}

void TestSecret::comparesContents()
{
    QVERIFY(Secret("same") == Secret("same"));
    QVERIFY(Secret("same") != Secret("sama"));
    QVERIFY(Secret("same") != Secret("Same"));
    QVERIFY(Secret("same") != Secret("sam"));
    QVERIFY(Secret("same") != Secret());
    QVERIFY(Secret() == Secret());
}

void TestSecret::cannotBePrinted()
{
    QString printed;
    QDebug(&printed) << Secret("hunter2");
    QVERIFY(printed.contains(u"<secret>"_s));
    QVERIFY(!printed.contains(u"hunter2"_s));
}

void TestSecret::copiesShareTheirPages()
{
    const Secret one("shared");
    const Secret two = one;
    QCOMPARE(static_cast<const void *>(two.bytes().data()),
             static_cast<const void *>(one.bytes().data()));
}

void TestSecret::livesOnPagesThatCoreDumpsLeaveOut()
{
    const Secret secret("not for the dump");
    const QByteArray mapping = mappingAt(secret.bytes().data());
    QVERIFY2(mapping.contains("VmFlags:"), mapping.constData());
    // proc(5): dd is "do not include in core dump".
    QVERIFY2(mapping.mid(mapping.indexOf("VmFlags:")).split('\n').first().split(' ').contains("dd"),
             mapping.constData());

    const QByteArray usual(100'000, 'x');
    QVERIFY(!mappingAt(usual.constData()).contains(" dd"));
}

void TestSecret::givesItsPagesBackWithTheLastCopy()
{
    std::optional<Secret> one(Secret("short-lived"));
    std::optional<Secret> two(one);
    const void *at = one->bytes().data();
    one.reset();
    QCOMPARE(two->bytes().toByteArray(), "short-lived"_ba);
    QVERIFY(mappingAt(at).contains(" dd"));
    two.reset();
    QVERIFY(!mappingAt(at).contains(" dd"));
}

void TestSecret::wipesWhatItIsGiven()
{
    QByteArray bytes = "abcdef";
    wipe(bytes.data() + 1, 4);
    QCOMPARE(bytes, "a\0\0\0\0f"_ba);
    wipe(nullptr, 0);
    QString text = QString::fromLatin1("abc");
    wipe(text);
    QCOMPARE(text, QString(3, u'\0'));
    QString empty;
    wipe(empty);
}

void TestSecret::aBodyCanBeReadOnce()
{
    OneShotBody body("0123456789", nullptr);
    QVERIFY(body.isSequential());
    QCOMPARE(body.bytesAvailable(), 10);
    QCOMPARE(body.read(4), "0123"_ba);
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.readAll(), "456789"_ba);
    QVERIFY(body.atEnd());
    QCOMPARE(body.readAll(), QByteArray());
    QCOMPARE(body.write("x"), -1);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
