// SPDX-License-Identifier: MIT
#include "deployment/checks/answercomparison.h"
#include "deployment/checks/rawclient.h"
#include "deployment/checks/stage.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace simulated;

namespace {

constexpr auto seedVariable = "FAIRLEAD_TEST_SEED";

/// The seed of this run; given, to repeat one.
quint32 seed()
{
    static const quint32 value = qEnvironmentVariableIsSet(seedVariable)
        ? qEnvironmentVariable(seedVariable).toUInt()
        : QRandomGenerator::system()->generate();
    return value;
}

QList<RecordedAnswer> askedAnswers(const QString &generation)
{
    QList<RecordedAnswer> answers = recordedAnswers(generation);
    answers.removeIf(
        [](const RecordedAnswer &answer) { return !Stage::reasonToSkip(answer.name).isEmpty(); });
    return answers;
}

RecordedAnswer answerNamed(const QString &generation, const QString &name)
{
    for (const RecordedAnswer &answer : recordedAnswers(generation)) {
        if (answer.name == name)
            return answer;
    }
    return {};
}

/// Where no answer was recorded, there must be none: the deployment took the request and keeps
/// quiet.
QStringList silenceDifferences(Stage &stage, const HttpRequest &request)
{
    Deployment &deployment = stage.deployment();
    deployment.forgetRequests();
    RawClient client(deployment.url());
    client.send(request);
    const auto hasTaken = [&] { return !deployment.providerRequests().isEmpty(); };
    if (!QTest::qWaitFor(hasTaken) || deployment.requests().isEmpty())
        return {u"the request did not get as far as the provider"_s};
    const bool isQuiet = deployment.requests().first().status == 0 && client.bytes().isEmpty();
    return isQuiet && client.isOpen() ? QStringList() : QStringList{u"an answer came"_s};
}

/// Every difference of every answer, each with the answer's name.
QStringList play(const QString &generation, const QList<RecordedAnswer> &answers)
{
    Stage stage(*generationNamed(generation));
    if (!stage.listen())
        return {u"the deployment cannot listen"_s};
    QStringList all;
    for (const RecordedAnswer &answer : answers) {
        const HttpRequest request = stage.prepare(answer);
        const QStringList found = answer.response.status == 0
            ? silenceDifferences(stage, request)
            : differences(answer, RawClient::ask(stage.deployment().url(), request));
        for (const QString &difference : found)
            all.append(answer.name + u": "_s + difference);
    }
    return all;
}

void addGenerations()
{
    QTest::addColumn<QString>("generation");
    for (const Generation generation : allGenerations) {
        const QString &name = traitsOf(generation).name;
        QTest::addRow("%s", qPrintable(name)) << name;
    }
}

} // namespace

/// Holds the simulated deployment against the answers of the real servers.
class TestDeployment : public QObject
{
    Q_OBJECT

private slots:
    void answersAsRecordedInTheRecordedOrder_data() { addGenerations(); }
    void answersAsRecordedInTheRecordedOrder();
    void answersAsRecordedInAnyOrder_data();
    void answersAsRecordedInAnyOrder();
    void skipsOnlyWhatIsRecordedAndFairleadNeverAsks_data() { addGenerations(); }
    void skipsOnlyWhatIsRecordedAndFairleadNeverAsks();
    void comparisonFindsEveryKindOfDifference_data();
    void comparisonFindsEveryKindOfDifference();
};

void TestDeployment::answersAsRecordedInTheRecordedOrder()
{
    QFETCH(const QString, generation);
    const QList<RecordedAnswer> answers = askedAnswers(generation);
    QVERIFY(answers.size() > 130);
    QCOMPARE(play(generation, answers).join(u'\n'), QString());
}

void TestDeployment::answersAsRecordedInAnyOrder_data()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<int>("order");
    for (const Generation generation : allGenerations) {
        const QString &name = traitsOf(generation).name;
        for (int order = 0; order < 3; ++order)
            QTest::addRow("%s, order %d", qPrintable(name), order) << name << order;
    }
}

void TestDeployment::answersAsRecordedInAnyOrder()
{
    QFETCH(const QString, generation);
    QFETCH(const int, order);
    qInfo("%s=%u repeats these orders", seedVariable, seed());
    QList<RecordedAnswer> answers = askedAnswers(generation);
    std::mt19937 generator(seed() + quint32(order));
    std::shuffle(answers.begin(), answers.end(), generator);
    QCOMPARE(play(generation, answers).join(u'\n'), QString());
}

void TestDeployment::skipsOnlyWhatIsRecordedAndFairleadNeverAsks()
{
    QFETCH(const QString, generation);
    QStringList names;
    for (const RecordedAnswer &answer : recordedAnswers(generation))
        names.append(answer.name);
    for (const QString &skipped : Stage::skippedNames())
        QVERIFY2(names.contains(skipped), qPrintable(skipped));
    static const QStringList ours{u"buildinfo"_s,     u"users-me"_s,     u"key-made"_s,
                                  u"key-self"_s,      u"key-deleted"_s,  u"list-mixed"_s,
                                  u"detail-github"_s, u"device-start"_s, u"exchange-pending"_s,
                                  u"delete-revoked"_s};
    for (const QString &name : ours) {
        QVERIFY2(names.contains(name), qPrintable(name));
        QVERIFY2(Stage::reasonToSkip(name).isEmpty(), qPrintable(name));
    }
}

void TestDeployment::comparisonFindsEveryKindOfDifference_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a key is missing") << u"users-me"_s << R"("roles":[],)"_ba
                                      << ""_ba;
    QTest::newRow("a key is new") << u"users-me"_s << R"("roles")"_ba
                                  << R"("more":1,"roles")"_ba;
    QTest::newRow("a type changed") << u"detail-github"_s << R"("device":true)"_ba
                                    << R"("device":"yes")"_ba;
    QTest::newRow("a flag changed") << u"detail-github"_s << R"("device":true)"_ba
                                    << R"("device":false)"_ba;
    QTest::newRow("a detail changed") << u"exchange-pending"_s << "authorization_pending"_ba
                                      << "slow_down"_ba;
    QTest::newRow("a message changed") << u"exchange-pending"_s << "Failed to"_ba
                                       << "Could not"_ba;
    QTest::newRow("validate_error changed")
        << u"list-github-validate-401"_s << "token failed to validate"_ba
        << ""_ba;
    QTest::newRow("a link is missing") << u"list-github-linked"_s << R"("github","created)"_ba
                                       << R"("other","created)"_ba;
    QTest::newRow("never became a date") << u"list-github-linked"_s << "0001-01-01T00:00:00Z"_ba
                                         << "2030-01-01T00:00:00Z"_ba;
    QTest::newRow("a time is not Go's") << u"users-me"_s << R"(Z","status)"_ba
                                        << R"(+00:00","status)"_ba;
    QTest::newRow("a code became empty") << u"device-start-empty"_s << R"("user_code":"")"_ba
                                         << R"("user_code":"ABCD")"_ba;
    QTest::newRow("a provider's text changed") << u"rfc-exchange-pending"_s << "status code 400"_ba
                                               << "status code 401"_ba;
}

void TestDeployment::comparisonFindsEveryKindOfDifference()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const RecordedAnswer recorded = answerNamed(u"gen26b"_s, name);
    QCOMPARE(differences(recorded, recorded.response).join(u'\n'), QString());

    RecordedAnswer changed = recorded;
    changed.response.body.replace(from, to);
    QVERIFY(changed.response.body != recorded.response.body);
    QVERIFY(!differences(recorded, changed.response).isEmpty());

    for (const auto &each : recorded.response.headers) {
        const QByteArray header = each.first;
        static const QList<QByteArray> free{"content-length"_ba, "transfer-encoding"_ba};
        if (free.contains(header))
            continue;
        changed = recorded;
        changed.response.headers.removeIf(
            [&header](const auto &other) { return other.first == header; });
        QVERIFY2(!differences(recorded, changed.response).isEmpty(), header.constData());
    }
    changed = recorded;
    changed.response.status += 1;
    QVERIFY(!differences(recorded, changed.response).isEmpty());
}

QTEST_GUILESS_MAIN(TestDeployment)
#include "tst_deployment.moc"
