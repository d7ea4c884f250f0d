// SPDX-License-Identifier: MIT
#include "coder/redaction.h"

#include "coder/types.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const auto token = u"AbCdEfGhIj-0123456789AbCdEfGhIjKl"_s;

} // namespace

/// What a server says is shown without the secrets it repeats.
class TestRedaction : public QObject
{
    Q_OBJECT

private slots:
    void leavesOut_data();
    void leavesOut();
    void ofTheWordsAboutALink();
    void ofTheWordsAboutARevocation();
};

void TestRedaction::leavesOut_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << u"token failed to validate"_s << u"token failed to validate"_s;
    QTest::newRow("a query") << u"GET https://git.example/user?client_id=1&code=2: 401"_s
                             << u"GET https://git.example/user?… 401"_s;
    QTest::newRow("a query in quotes") << u"Post \"https://git.example/x?device_code=3\": EOF"_s
                                       << u"Post \"https://git.example/x?…\": EOF"_s;
    for (const QString &field :
         {u"device_code"_s, u"user_code"_s, u"client_id"_s, u"client_secret"_s, u"access_token"_s,
          u"refresh_token"_s, u"code"_s})
        QTest::addRow("the field %s", qPrintable(field))
            << u"{\"%1\" : \"s3cret\",\"error\":\"x\"}"_s.arg(field)
            << u"{\"%1\" : \"…\",\"error\":\"x\"}"_s.arg(field);
    QTest::newRow("a token of Coder's") << u"unknown key "_s + token << u"unknown key …"_s;
    QTest::newRow("two of them") << token + u", "_s + token << u"…, …"_s;
    QTest::newRow("not what is longer") << u"x"_s + token << u"x"_s + token;
}

void TestRedaction::leavesOut()
{
    QFETCH(const QString, words);
    QFETCH(const QString, shown);
    QCOMPARE(redacted(words), shown);
}

void TestRedaction::ofTheWordsAboutALink()
{
    const QJsonObject link{{u"provider_id"_s, u"github"_s},
                           {u"created_at"_s, u"2026-01-02T03:04:05Z"_s},
                           {u"updated_at"_s, u"2026-01-02T03:04:05Z"_s},
                           {u"expires"_s, u"0001-01-01T00:00:00Z"_s},
                           {u"validate_error"_s, u"refused: "_s + token}};
    const Answer<Listing> listing = decodeListing(
        QJsonObject{{u"providers"_s, QJsonArray()}, {u"links"_s, QJsonArray{link}}});
    QVERIFY(listing);
    QCOMPARE(listing->links.first().validateError.plain(), u"refused: …"_s);
}

void TestRedaction::ofTheWordsAboutARevocation()
{
    const Answer<UnlinkOutcome> outcome = decodeUnlinkOutcome(
        QJsonObject{{u"token_revoked"_s, false},
                    {u"token_revocation_error"_s, u"{\"access_token\":\"s3cret\"}"_s}});
    QVERIFY(outcome);
    QCOMPARE(outcome->reason.plain(), u"{\"access_token\":\"…\"}"_s);
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
