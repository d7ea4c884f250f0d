// SPDX-License-Identifier: MIT
#include "coder/replyfacts.h"
#include "coder/types.h"
#include "support/recordings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 5000; ///< of each decoder

const ServerUrl &server()
{
    static const ServerUrl url = *ServerUrl::fromUserInput(u"https://coder.example"_s);
    return url;
}

void check(const UntrustedText &text)
{
    QVERIFY(text.plain().size() <= UntrustedText::messageLength);
    for (const QChar letter : text.plain())
        QVERIFY(letter.unicode() >= 0x20 && letter.category() != QChar::Other_Format);
}

void check(const WebAddress &address)
{
    if (!address.isUsable())
        return;
    QVERIFY(address.url().scheme() == "https"_L1);
    QVERIFY(!address.host().isEmpty());
    QVERIFY(!address.encoded().contains(u'@') || !address.url().authority().contains(u'@'));
}

void check(const ProviderId &id)
{
    QVERIFY(isUsableProviderId(id.toString()) || id.toString().startsWith(u'#'));
}

void check(const LinkUser &user)
{
    check(user.login);
    check(user.name);
    check(user.profile);
}

void check(const Listing &listing)
{
    for (const Provider &provider : listing.providers) {
        check(provider.id);
        check(provider.displayName);
    }
    for (const StoredLink &link : listing.links) {
        check(link.provider);
        check(link.validateError);
        if (link.expires.kind == Moment::Kind::At)
            QVERIFY(link.expires.at.isValid());
    }
}

void check(const LinkDetails &details)
{
    check(details.appInstall);
    if (details.user)
        check(*details.user);
    for (const Installation &installation : details.installations) {
        check(installation.account);
        check(installation.configure);
    }
}

void check(const DeviceCode &code)
{
    QVERIFY(code.userCode.size() >= 4 && code.userCode.size() <= 32);
    QVERIFY(code.verification.isUsable());
    QVERIFY(code.interval.count() > 0 && code.interval <= code.lifetime);
    QVERIFY(code.lifetime.count() > 0 && code.lifetime.count() <= 3600);
    check(code.verification);
}

void check(const User &user)
{
    check(user.username);
    check(user.name);
}

void check(const BuildInfo &info)
{
    check(info.version);
    check(info.dashboard);
}

void check(const UnlinkOutcome &outcome)
{
    check(outcome.reason);
}

void check(const ApiKey &) { } // nothing of it is shown or asked for

void check(const SessionToken &) { }

/// A decoder, and whether it understood.
using Decode = std::function<bool(const QJsonValue &)>;

template <typename T>
bool isUnderstood(const Answer<T> &answer)
{
    if (answer) {
        check(*answer);
        return true;
    }
    if (answer.error().kind != ApiError::Kind::Unreadable || answer.error().field.isEmpty())
        QTest::qFail("refused without naming a field", __FILE__, __LINE__);
    return false;
}

const QList<std::pair<QByteArray, Decode>> &decoders()
{
    static const QList<std::pair<QByteArray, Decode>> all{
        {"list", [](const QJsonValue &json) { return isUnderstood(decodeListing(json)); }},
        {"details",
         [](const QJsonValue &json) { return isUnderstood(decodeLinkDetails(json, server())); }},
        {"device code",
         [](const QJsonValue &json) { return isUnderstood(decodeDeviceCode(json, server())); }},
        {"user", [](const QJsonValue &json) { return isUnderstood(decodeUser(json)); }},
        {"key", [](const QJsonValue &json) { return isUnderstood(decodeApiKey(json)); }},
        {"build info",
         [](const QJsonValue &json) { return isUnderstood(decodeBuildInfo(json, server())); }},
        {"unlinking",
         [](const QJsonValue &json) { return isUnderstood(decodeUnlinkOutcome(json)); }},
        {"new key", [](const QJsonValue &json) { return isUnderstood(decodeNewKey(json)); }},
    };
    return all;
}

/// What servers send in place of what they should.
QJsonValue oddValue(QRandomGenerator &random)
{
    static const QList<QJsonValue> odd{
        QJsonValue(QJsonValue::Null),
        true,
        -1,
        0.5,
        1e308,
        QJsonValue(qint64(9'007'199'254'740'993)),
        u""_s,
        u"\u202e\u0000<img src=x>"_s,
        QString(5000, u'\u0301'),
        u"../../users/me"_s,
        u"javascript:alert(1)"_s,
        u"https://a@b.example/"_s,
        u"9999-99-99T99:99:99Z"_s,
        u"0001-01-01T00:00:00Z"_s,
        QJsonArray{},
        QJsonArray{QJsonArray{QJsonArray{}}},
        QJsonObject{},
        QJsonObject{{u"id"_s, QJsonObject{}}},
    };
    return odd.at(random.bounded(odd.size()));
}

/// One place of \a json, found by chance, made odd, dropped, or taken twice.
QJsonValue mutated(const QJsonValue &json, QRandomGenerator &random, int depth = 0)
{
    const bool goesDeeper = depth < 6 && random.bounded(5) != 0;
    if (json.isObject() && !json.toObject().isEmpty() && goesDeeper) {
        QJsonObject object = json.toObject();
        const QString key = object.keys().at(random.bounded(object.size()));
        if (random.bounded(8) == 0)
            object.remove(key);
        else
            object.insert(key, mutated(object.value(key), random, depth + 1));
        return object;
    }
    if (json.isArray() && !json.toArray().isEmpty() && goesDeeper) {
        QJsonArray array = json.toArray();
        const qsizetype at = random.bounded(array.size());
        if (random.bounded(8) == 0)
            array.append(array.at(at));
        else
            array.replace(at, mutated(array.at(at), random, depth + 1));
        return array;
    }
    return oddValue(random);
}

QByteArray damaged(QByteArray bytes, QRandomGenerator &random)
{
    for (int change = random.bounded(1, 4); change > 0 && !bytes.isEmpty(); --change) {
        const qsizetype at = random.bounded(bytes.size());
        if (random.bounded(2) == 0)
            bytes[at] = static_cast<char>(random.bounded(256));
        else
            bytes.remove(at, random.bounded(1, 9));
    }
    return bytes;
}

} // namespace

/// Whatever becomes of an answer on its way, each decoder understands it or names what misfits.
class TestDecoderMutations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyDecoderUnderstandsSomeRecording();
    void understandsOrNamesTheMisfit_data();
    void understandsOrNamesTheMisfit();

private:
    QList<QByteArray> m_bodies;
    quint32 m_seed = 0;
};

void TestDecoderMutations::initTestCase()
{
    for (const QString &generation : recordedGenerations()) {
        for (const RecordedAnswer &answer : recordedAnswers(generation)) {
            if (parsedJson(answer.body) && !m_bodies.contains(answer.body))
                m_bodies.append(answer.body);
        }
    }
    QVERIFY(m_bodies.size() > 50);
    m_seed = qEnvironmentVariableIntValue("FAIRLEAD_SEED");
    if (m_seed == 0)
        m_seed = QRandomGenerator::global()->generate();
    qInfo("FAIRLEAD_SEED=%u repeats this", m_seed);
}

void TestDecoderMutations::everyDecoderUnderstandsSomeRecording()
{
    for (const auto &[name, decode] : decoders()) {
        const bool any = std::any_of(
            m_bodies.cbegin(), m_bodies.cend(),
            [&decode = decode](const QByteArray &body) { return decode(*parsedJson(body)); });
        QVERIFY2(any, name.constData());
    }
}

void TestDecoderMutations::understandsOrNamesTheMisfit_data()
{
    QTest::addColumn<int>("decoder");
    for (int number = 0; number < decoders().size(); ++number)
        QTest::newRow(decoders().at(number).first.constData()) << number;
}

void TestDecoderMutations::understandsOrNamesTheMisfit()
{
    QFETCH(const int, decoder);
    const Decode &decode = decoders().at(decoder).second;
    QList<QByteArray> fit;
    for (const QByteArray &body : std::as_const(m_bodies)) {
        if (decode(*parsedJson(body)))
            fit.append(body);
    }
    QRandomGenerator random(m_seed + static_cast<quint32>(decoder));
    int understood = 0;
    int refused = 0;
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        const QByteArray &body = fit.at(random.bounded(fit.size()));
        const auto json = round % 2 == 0
            ? mutated(*parsedJson(body), random)
            : parsedJson(damaged(body, random)).value_or(QJsonValue(QJsonValue::Undefined));
        (decode(json) ? understood : refused) += 1;
    }
    QVERIFY(understood > 0);
    QVERIFY(refused > 0);
}

QTEST_GUILESS_MAIN(TestDecoderMutations)
#include "tst_decodermutations.moc"
