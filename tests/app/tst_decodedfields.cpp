// SPDX-License-Identifier: MIT
#include "coder/types.h"

#include "coder/replyfacts.h"
#include "support/ownmemory.h"
#include "support/recordings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Each field of each decoded object is dropped and corrupted in turn: it is declared required, and
/// then the error names it, or it is declared optional, and then the result has its default.
class TestDecodedFields : public QObject
{
    Q_OBJECT

private slots:
    void ofAListing();
    void ofDetails();
    void ofADeviceCode();
    void ofAUser();
    void ofAKey();
    void ofBuildInfo();
    void ofAnUnlinking();
    void ofANewKey();
    void leavesNoTextOfASecret();
    void refusesAnotherKindOfAnswer_data();
    void refusesAnotherKindOfAnswer();
    void refusesEntriesThatAreNoObjects();
    void keepsStrangeIdsOutOfRequests_data();
    void keepsStrangeIdsOutOfRequests();
    void namesAProviderWhateverHappens();
    void keepsTheFirstOfTwins();
    void readsTheMethodsOfAChallenge();
    void clampsADeviceCode_data();
    void clampsADeviceCode();
    void refusesAnImpossibleDeviceCode_data();
    void refusesAnImpossibleDeviceCode();
    void keepsACompleteAddressOfTheSameOriginOnly_data();
    void keepsACompleteAddressOfTheSameOriginOnly();
    void keepsNumbersOf64Bits();
    void ignoresWhatItDoesNotKnow();
};

namespace {

/// What becomes of an answer whose field is missing or of another type.
enum class When {
    Refused, ///< the error names it
    Default, ///< the result is as if it had its default
    Ignored, ///< the result is the same
};

template <typename T>
struct Field {
    QString path{};
    When dropped = When::Ignored;
    When null = When::Ignored;
    When corrupted = When::Ignored;
    std::function<void(T &)> toDefault{};
};

template <typename T>
Field<T> required(const QString &path)
{
    return {
        .path = path, .dropped = When::Refused, .null = When::Refused, .corrupted = When::Refused};
}

/// Absent and null are its default, another type is refused.
template <typename T>
Field<T> optional(const QString &path, std::function<void(T &)> toDefault)
{
    return {.path = path,
            .dropped = When::Default,
            .null = When::Default,
            .corrupted = When::Refused,
            .toDefault = std::move(toDefault)};
}

/// Must be there, though null is its default.
template <typename T>
Field<T> present(const QString &path, std::function<void(T &)> toDefault)
{
    return {.path = path,
            .dropped = When::Refused,
            .null = When::Default,
            .corrupted = When::Refused,
            .toDefault = std::move(toDefault)};
}

/// Whatever is wrong with it, it is its default.
template <typename T>
Field<T> lenient(const QString &path, std::function<void(T &)> toDefault)
{
    return {.path = path,
            .dropped = When::Default,
            .null = When::Default,
            .corrupted = When::Default,
            .toDefault = std::move(toDefault)};
}

template <typename T>
Field<T> ignored(const QString &path)
{
    return {.path = path};
}

/// `links[0].expires` within \a json replaced by \a value; undefined drops it.
QJsonValue replaced(const QJsonValue &json, QStringList steps, const QJsonValue &value)
{
    if (steps.isEmpty())
        return value;
    const QString step = steps.takeFirst();
    QJsonObject object = json.toObject();
    const QString key = step.section(u'[', 0, 0);
    if (!step.contains(u'[')) {
        const QJsonValue inner = replaced(object.value(key), steps, value);
        if (inner.isUndefined())
            object.remove(key);
        else
            object.insert(key, inner);
        return object;
    }
    QJsonArray array = object.value(key).toArray();
    const int index = step.section(u'[', 1).chopped(1).toInt();
    array.replace(index, replaced(array.at(index), steps, value));
    object.insert(key, array);
    return object;
}

QJsonValue with(const QJsonValue &json, const QString &path, const QJsonValue &value)
{
    return replaced(json, path.split(u'.'), value);
}

QJsonValue valueAt(QJsonValue json, const QString &path)
{
    const QStringList steps = path.split(u'.');
    for (const QString &step : steps) {
        json = json.toObject().value(step.section(u'[', 0, 0));
        if (step.contains(u'['))
            json = json.toArray().at(step.section(u'[', 1).chopped(1).toInt());
    }
    return json;
}

/// Every path to a value in \a json; of an array only the first entry is walked.
QStringList pathsIn(const QJsonObject &json, const QString &prefix = {})
{
    QStringList paths;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const QString path = prefix + entry.key();
        paths.append(path);
        if (entry->isObject())
            paths += pathsIn(entry->toObject(), path + u'.');
        else if (entry->isArray() && entry->toArray().first().isObject())
            paths += pathsIn(entry->toArray().first().toObject(), path + u"[0]."_s);
    }
    return paths;
}

QList<QJsonValue> valuesOfOtherTypes(const QJsonValue &usual)
{
    QList<QJsonValue> others;
    for (const QJsonValue &value :
         {QJsonValue(u"\u0007"_s), QJsonValue(1.5), QJsonValue(true), QJsonValue(QJsonArray{1}),
          QJsonValue(QJsonObject{{u"x"_s, 1}})}) {
        if (value.type() != usual.type())
            others.append(value);
    }
    return others;
}

/// Drops and corrupts every field, and tells what came out otherwise than declared.
template <typename T>
class FieldCheck
{
public:
    using Decode = std::function<Answer<T>(const QJsonValue &)>;
    using Same = std::function<bool(const T &, const T &)>;

    FieldCheck(QJsonObject full, Decode decode, Same same = std::equal_to<T>())
        : m_full(std::move(full)), m_decode(std::move(decode)), m_same(std::move(same))
    { }

    QStringList complaints(const QList<Field<T>> &fields)
    {
        const Answer<T> whole = m_decode(m_full);
        if (!whole)
            return {u"not even the whole answer is read: "_s + whole.error().field};
        QStringList undeclared = pathsIn(m_full);
        for (const Field<T> &field : fields) {
            if (!undeclared.removeOne(field.path))
                m_complaints.append(u"the answer has no "_s + field.path);
            expect(field, field.dropped, QJsonValue::Undefined, *whole);
            expect(field, field.null, QJsonValue::Null, *whole);
            for (const QJsonValue &other : valuesOfOtherTypes(valueAt(m_full, field.path)))
                expect(field, field.corrupted, other, *whole);
        }
        for (const QString &path : undeclared)
            m_complaints.append(u"not declared: "_s + path);
        return m_complaints;
    }

private:
    void expect(const Field<T> &field, When what, const QJsonValue &value, const T &whole)
    {
        const Answer<T> answer = m_decode(with(m_full, field.path, value));
        const QString name = u"%1 as %2: "_s.arg(field.path).arg(value.type());
        if (what == When::Refused) {
            if (answer)
                m_complaints.append(name + u"was taken"_s);
            else if (answer.error().kind != ApiError::Kind::Unreadable
                     || answer.error().field != field.path)
                m_complaints.append(name + u"the error names "_s + answer.error().field);
            return;
        }
        T expected = whole;
        if (what == When::Default) {
            field.toDefault(expected);
            if (m_same(expected, whole))
                m_complaints.append(name + u"the whole answer has the default already"_s);
        }
        if (!answer)
            m_complaints.append(name + u"was refused at "_s + answer.error().field);
        else if (!m_same(*answer, expected))
            m_complaints.append(name + u"another result"_s);
    }

    QJsonObject m_full;
    Decode m_decode;
    Same m_same;
    QStringList m_complaints;
};

QJsonObject recorded(const QString &name)
{
    return QJsonDocument::fromJson(recordedAnswer(u"gen26b"_s, name).body).object();
}

ServerUrl deployment()
{
    return *ServerUrl::fromUserInput(u"https://coder.example"_s);
}

bool isSameCode(const DeviceCode &a, const DeviceCode &b)
{
    return a.deviceCode == b.deviceCode && a.userCode == b.userCode
        && a.verification == b.verification && a.verificationComplete == b.verificationComplete
        && a.lifetime == b.lifetime && a.lifetimeAssumed == b.lifetimeAssumed
        && a.interval == b.interval;
}

QJsonObject deviceStart()
{
    return recorded(u"device-start"_s);
}

Answer<DeviceCode> decodedCode(const QJsonValue &json)
{
    return decodeDeviceCode(json, deployment());
}

QJsonObject oneProvider(const QJsonObject &provider)
{
    return {{u"providers"_s, QJsonArray{provider}}, {u"links"_s, QJsonArray()}};
}

} // namespace

void TestDecodedFields::ofAListing()
{
    using F = Listing;
    QJsonObject full = recorded(u"list-refresh-bad_refresh_token"_s);
    QJsonArray links = full.value("links"_L1).toArray();
    links = {links.first()};
    full.insert(u"links"_s, links);
    full.insert(u"providers"_s, QJsonArray{full.value("providers"_L1).toArray().first()});
    // Nothing may have its default beforehand, or its loss would not be seen.
    for (const auto &[path, value] :
         {std::pair{u"links[0].expires"_s, QJsonValue(u"2026-11-23T00:00:00Z"_s)},
          {u"links[0].authenticated"_s, true},
          {u"links[0].has_refresh_token"_s, true},
          {u"links[0].validate_error"_s, u"token failed to validate"_s}})
        full = with(full, path, value).toObject();

    // They are to be written to.
    // clazy:excludeall=detaching-member
    const auto provider = [](Listing &listing) -> Provider & { return listing.providers.first(); };
    const auto link = [](Listing &listing) -> StoredLink & { return listing.links.first(); };
    const QString id = valueAt(full, u"providers[0].id"_s).toString();
    FieldCheck<Listing> check(full, decodeListing);
    QCOMPARE(
        check.complaints({
            present<F>(u"providers"_s, [](F &all) { all.providers.clear(); }),
            required<F>(u"providers[0].id"_s),
            optional<F>(u"providers[0].type"_s, [&](F &all) { provider(all).type.clear(); }),
            optional<F>(u"providers[0].display_name"_s,
                        [&](F &all) { provider(all).displayName = UntrustedText::name(id); }),
            optional<F>(u"providers[0].display_icon"_s,
                        [&](F &all) { provider(all).displayIcon.clear(); }),
            optional<F>(u"providers[0].device"_s, [&](F &all) { provider(all).device = false; }),
            optional<F>(u"providers[0].allow_refresh"_s,
                        [&](F &all) { provider(all).allowRefresh = false; }),
            optional<F>(u"providers[0].allow_validate"_s,
                        [&](F &all) { provider(all).allowValidate = false; }),
            optional<F>(u"providers[0].supports_revocation"_s,
                        [&](F &all) { provider(all).supportsRevocation.reset(); }),
            optional<F>(u"providers[0].code_challenge_methods_supported"_s,
                        [&](F &all) { provider(all).supportsPkce.reset(); }),
            present<F>(u"links"_s, [](F &all) { all.links.clear(); }),
            required<F>(u"links[0].provider_id"_s),
            lenient<F>(u"links[0].created_at"_s, [&](F &all) { link(all).createdAt = {}; }),
            lenient<F>(u"links[0].updated_at"_s, [&](F &all) { link(all).updatedAt = {}; }),
            lenient<F>(u"links[0].expires"_s, [&](F &all) { link(all).expires = {}; }),
            optional<F>(u"links[0].has_refresh_token"_s,
                        [&](F &all) { link(all).hasRefreshToken = false; }),
            optional<F>(u"links[0].authenticated"_s,
                        [&](F &all) { link(all).authenticated = false; }),
            optional<F>(u"links[0].validate_error"_s,
                        [&](F &all) {
                            link(all).validateError = {};
                            link(all).word = ProviderWord::None;
                        }),
        }),
        QStringList());
}

void TestDecodedFields::ofDetails()
{
    using F = LinkDetails;
    QJsonObject full = recorded(u"detail-github"_s);
    full = with(full, u"installations[0].account.name"_s, u"Analytical Engine"_s).toObject();
    const auto first = [](F &details) -> Installation & { return details.installations.first(); };
    FieldCheck<F> check(
        full, [](const QJsonValue &json) { return decodeLinkDetails(json, deployment()); });
    QCOMPARE(
        check.complaints({
            required<F>(u"authenticated"_s),
            optional<F>(u"device"_s, [](F &all) { all.device = false; }),
            ignored<F>(u"display_name"_s),        // the list's counts
            ignored<F>(u"supports_revocation"_s), // always false here
            optional<F>(u"user"_s, [](F &all) { all.user.reset(); }),
            lenient<F>(u"user.id"_s, [](F &all) { all.user->id.reset(); }),
            optional<F>(u"user.login"_s, [](F &all) { all.user->login = {}; }),
            optional<F>(u"user.name"_s, [](F &all) { all.user->name = {}; }),
            ignored<F>(u"user.avatar_url"_s), // no picture is fetched
            lenient<F>(u"user.profile_url"_s, [](F &all) { all.user->profile = {}; }),
            optional<F>(u"app_installable"_s, [](F &all) { all.appInstallable = false; }),
            optional<F>(u"app_install_url"_s, [](F &all) { all.appInstall = {}; }),
            optional<F>(u"installations"_s, [](F &all) { all.installations.clear(); }),
            lenient<F>(u"installations[0].id"_s, [&](F &all) { first(all).id = 0; }),
            optional<F>(u"installations[0].account"_s, [&](F &all) { first(all).account = {}; }),
            lenient<F>(u"installations[0].account.id"_s,
                       [&](F &all) { first(all).account.id.reset(); }),
            optional<F>(u"installations[0].account.login"_s,
                        [&](F &all) { first(all).account.login = {}; }),
            optional<F>(u"installations[0].account.name"_s,
                        [&](F &all) { first(all).account.name = {}; }),
            ignored<F>(u"installations[0].account.avatar_url"_s),
            lenient<F>(u"installations[0].account.profile_url"_s,
                       [&](F &all) { first(all).account.profile = {}; }),
            optional<F>(u"installations[0].configure_url"_s,
                        [&](F &all) { first(all).configure = {}; }),
        }),
        QStringList());
}

void TestDecodedFields::ofADeviceCode()
{
    using F = DeviceCode;
    QJsonObject full = deviceStart();
    full.insert(u"interval"_s, 7);
    full.insert(u"verification_uri_complete"_s,
                u"https://github.example/login/device?user_code=ABCD-1234"_s);
    FieldCheck<F> check(full, decodedCode, isSameCode);
    QCOMPARE(check.complaints({
                 required<F>(u"device_code"_s),
                 required<F>(u"user_code"_s),
                 required<F>(u"verification_uri"_s),
                 required<F>(u"expires_in"_s),
                 lenient<F>(u"interval"_s, [](F &code) { code.interval = 5s; }), // RFC 8628 3.2
                 lenient<F>(u"verification_uri_complete"_s,
                            [](F &code) { code.verificationComplete.reset(); }),
             }),
             QStringList());
}

void TestDecodedFields::ofAUser()
{
    using F = User;
    const QJsonObject full = recorded(u"users-me"_s);
    QList<Field<F>> fields{required<F>(u"id"_s), required<F>(u"username"_s),
                           optional<F>(u"name"_s, [](F &user) { user.name = {}; })};
    for (const QString &key :
         {u"email"_s, u"created_at"_s, u"updated_at"_s, u"last_seen_at"_s, u"status"_s,
          u"login_type"_s, u"organization_ids"_s, u"roles"_s, u"has_ai_seat"_s})
        fields.append(ignored<F>(key));
    QCOMPARE(FieldCheck<F>(full, decodeUser).complaints(fields), QStringList());

    QCOMPARE(decodeUser(with(full, u"username"_s, u"\u200B"_s)).error().field, u"username"_s);
    for (const QString &id : {u""_s, u"a/b"_s, u"a b"_s, u"../x"_s, QString(65, u'a')})
        QCOMPARE(decodeUser(with(full, u"id"_s, id)).error().field, u"id"_s);
}

void TestDecodedFields::ofAKey()
{
    using F = ApiKey;
    const QJsonObject full = recorded(u"key-self"_s);
    QList<Field<F>> fields{required<F>(u"id"_s),
                           optional<F>(u"login_type"_s, [](F &key) { key.loginType.clear(); }),
                           lenient<F>(u"expires_at"_s, [](F &key) { key.expiresAt = {}; }),
                           lenient<F>(u"lifetime_seconds"_s, [](F &key) { key.lifetime = 0s; })};
    for (const QString &key : {u"user_id"_s, u"last_used"_s, u"created_at"_s, u"updated_at"_s,
                               u"scope"_s, u"scopes"_s, u"token_name"_s, u"allow_list"_s})
        fields.append(ignored<F>(key));
    QCOMPARE(FieldCheck<F>(full, decodeApiKey).complaints(fields), QStringList());
    QCOMPARE(decodeApiKey(with(full, u"lifetime_seconds"_s, -5))->lifetime, 0s);
}

void TestDecodedFields::ofBuildInfo()
{
    using F = BuildInfo;
    QJsonObject full = recorded(u"buildinfo"_s);
    full.insert(u"workspace_proxy"_s, true);
    QList<Field<F>> fields{
        required<F>(u"version"_s),
        optional<F>(u"dashboard_url"_s, [](F &build) { build.dashboard = {}; }),
        optional<F>(u"workspace_proxy"_s, [](F &build) { build.workspaceProxy = false; }),
        optional<F>(u"deployment_id"_s, [](F &build) { build.deploymentId.clear(); })};
    for (const QString &key :
         {u"external_url"_s, u"telemetry"_s, u"agent_api_version"_s, u"provisioner_api_version"_s,
          u"upgrade_message"_s, u"webpush_public_key"_s})
        fields.append(ignored<F>(key));
    const auto decode = [](const QJsonValue &json) { return decodeBuildInfo(json, deployment()); };
    QCOMPARE(FieldCheck<F>(full, decode).complaints(fields), QStringList());
    QCOMPARE(decode(with(full, u"deployment_id"_s, u"<b>"_s))->deploymentId, QString());
}

void TestDecodedFields::ofAnUnlinking()
{
    using F = UnlinkOutcome;
    const QJsonObject full = recorded(u"delete-revoke-404"_s);
    FieldCheck<F> check(full, decodeUnlinkOutcome);
    QCOMPARE(check.complaints({required<F>(u"token_revoked"_s),
                               optional<F>(u"token_revocation_error"_s,
                                           [](F &outcome) {
                                               outcome.reason = {};
                                               outcome.revocation = F::Revocation::NotTried;
                                           })}),
             QStringList());
    QCOMPARE(decodeUnlinkOutcome(u"OK"_s)->revocation, F::Revocation::NotTold);
}

void TestDecodedFields::ofANewKey()
{
    const QJsonObject full = recorded(u"key-made"_s);
    QCOMPARE(
        FieldCheck<SessionToken>(full, decodeNewKey).complaints({required<SessionToken>(u"key"_s)}),
        QStringList());
    QCOMPARE(decodeNewKey(with(full, u"key"_s, u"abc\r\nX-Evil: 1"_s)).error().field, u"key"_s);
}

/// Text that Qt makes of it is ours alone, and would lie about after it has gone.
void TestDecodedFields::leavesNoTextOfASecret()
{
    QByteArray secret = "abcdefghij-";
    while (secret.size() < 33)
        secret += char('A' + QRandomGenerator::global()->bounded(26));
    QString text = QString::fromLatin1(secret);
    QCOMPARE(OwnMemory::wideCopies(secret), 1); // it would be found
    wipe(text);

    const Answer<SessionToken> key = decodeNewKey(*parsedJson("{\"key\":\"" + secret + "\"}"));
    QVERIFY(key);
    QCOMPARE(key->bytes(), secret);
    QCOMPARE(OwnMemory::wideCopies(secret), 0);

    QJsonObject start = deviceStart();
    start.insert(u"device_code"_s, u"SECRET"_s);
    const QByteArray body = QJsonDocument(start).toJson().replace("SECRET", secret);
    const Answer<DeviceCode> code = decodeDeviceCode(*parsedJson(body), deployment());
    QVERIFY(code);
    QCOMPARE(code->deviceCode.bytes(), secret);
    QCOMPARE(OwnMemory::wideCopies(secret), 0);
}

void TestDecodedFields::refusesAnotherKindOfAnswer_data()
{
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("an array") << QJsonValue(QJsonArray{QJsonObject()});
    QTest::newRow("text") << QJsonValue(u"ok"_s);
    QTest::newRow("a number") << QJsonValue(1);
    QTest::newRow("true") << QJsonValue(true);
}

void TestDecodedFields::refusesAnotherKindOfAnswer()
{
    QFETCH(QJsonValue, json);
    const auto fieldOf
        = [](const auto &answer) { return answer ? u"taken"_s : answer.error().field; };
    const QString whole = u"(answer)"_s;
    QCOMPARE(fieldOf(decodeListing(json)), whole);
    QCOMPARE(fieldOf(decodeLinkDetails(json, deployment())), whole);
    QCOMPARE(fieldOf(decodeDeviceCode(json, deployment())), whole);
    QCOMPARE(fieldOf(decodeUser(json)), whole);
    QCOMPARE(fieldOf(decodeApiKey(json)), whole);
    QCOMPARE(fieldOf(decodeBuildInfo(json, deployment())), whole);
    QCOMPARE(fieldOf(decodeUnlinkOutcome(json)), whole);
    QCOMPARE(fieldOf(decodeNewKey(json)), whole);
}

void TestDecodedFields::refusesEntriesThatAreNoObjects()
{
    const QJsonObject list = recorded(u"list-mixed"_s);
    QCOMPARE(decodeListing(with(list, u"providers[2]"_s, 1)).error().field, u"providers[2]"_s);
    QCOMPARE(decodeListing(with(list, u"links[1]"_s, QJsonValue())).error().field, u"links[1]"_s);
    QCOMPARE(decodeListing(with(list, u"links[3].provider_id"_s, 7)).error().field,
             u"links[3].provider_id"_s);
    const QJsonValue details = with(recorded(u"detail-github"_s), u"installations[1]"_s, u"x"_s);
    QCOMPARE(decodeLinkDetails(details, deployment()).error().field, u"installations[1]"_s);
}

void TestDecodedFields::keepsStrangeIdsOutOfRequests_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isUsable");
    for (const QString &id : {u"github"_s, u"a"_s, u"_x"_s, u"Git.Hub_2-x"_s, QString(128, u'a')})
        QTest::addRow("%s", qPrintable(id.left(20))) << id << true;
    for (const QString &id : {u"."_s, u".."_s, u"../users/me"_s, u"a/b"_s, u"%2e%2e"_s, u""_s,
                              u"-x"_s, u"a b"_s, u"a?b"_s, u"a#b"_s, u"#0"_s, u"gith\u00FCb"_s,
                              u"a\n"_s, u"a\u202Eb"_s, QString(129, u'a')})
        QTest::addRow("not \"%s\"", qPrintable(id.left(20))) << id << false;
}

void TestDecodedFields::keepsStrangeIdsOutOfRequests()
{
    QFETCH(QString, id);
    QFETCH(bool, isUsable);
    QCOMPARE(isUsableProviderId(id), isUsable);
    const QJsonObject json{{u"providers"_s, QJsonArray{QJsonObject{{u"id"_s, id}}}},
                           {u"links"_s, QJsonArray{QJsonObject{{u"provider_id"_s, id}}}}};
    const Answer<Listing> listing = decodeListing(json);
    QVERIFY(listing);
    QCOMPARE(listing->providers.first().hasUsableId, isUsable);
    QCOMPARE(isUsableProviderId(listing->providers.first().id.toString()), isUsable);
    QCOMPARE(isUsableProviderId(listing->links.first().provider.toString()), isUsable);
    // A link of an unusable id never counts as one of a provider.
    QCOMPARE(listing->providers.first().id == listing->links.first().provider, isUsable);
}

void TestDecodedFields::namesAProviderWhateverHappens()
{
    const auto nameOf = [](const QString &display, const QString &id, const QString &type) {
        const Answer<Listing> listing = decodeListing(
            oneProvider({{u"display_name"_s, display}, {u"id"_s, id}, {u"type"_s, type}}));
        return listing ? listing->providers.first().displayName.plain() : u"refused"_s;
    };
    QCOMPARE(nameOf(u"GitHub"_s, u"github"_s, u"x"_s), u"GitHub"_s);
    QCOMPARE(nameOf(u""_s, u"github"_s, u"x"_s), u"github"_s);
    QCOMPARE(nameOf(u"\u200B "_s, u"github"_s, u"x"_s), u"github"_s);
    QCOMPARE(nameOf(u""_s, u""_s, u"gitea"_s), u"gitea"_s);
    QCOMPARE(nameOf(u""_s, u""_s, u""_s), QString());
}

void TestDecodedFields::keepsTheFirstOfTwins()
{
    const QJsonObject one{{u"id"_s, u"x"_s}, {u"type"_s, u"first"_s}};
    const QJsonObject two{{u"id"_s, u"x"_s}, {u"type"_s, u"second"_s}};
    const Answer<Listing> listing = decodeListing(
        QJsonObject{{u"providers"_s, QJsonArray{one, two}}, {u"links"_s, QJsonValue()}});
    QVERIFY(listing);
    QCOMPARE(listing->providers.size(), 1);
    QCOMPARE(listing->providers.first().type, u"first"_s);
}

void TestDecodedFields::readsTheMethodsOfAChallenge()
{
    const auto pkceOf = [](const QJsonValue &methods) {
        return decodeListing(oneProvider({{u"id"_s, u"x"_s},
                                          {u"code_challenge_methods_supported"_s, methods}}))
            ->providers.first()
            .supportsPkce;
    };
    QCOMPARE(pkceOf(QJsonArray{u"S256"_s}), std::optional(true));
    QCOMPARE(pkceOf(QJsonArray{u""_s}), std::optional(false)); // Coder's way to write "none"
    QCOMPARE(pkceOf(QJsonArray{}), std::optional(false));
    QCOMPARE(pkceOf(QJsonValue()), std::nullopt);
}

void TestDecodedFields::clampsADeviceCode_data()
{
    QTest::addColumn<QJsonValue>("expiresIn");
    QTest::addColumn<QJsonValue>("interval");
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<bool>("isAssumed");
    QTest::addColumn<int>("wait");

    QTest::newRow("as usual") << QJsonValue(899) << QJsonValue(5) << 899 << false << 5;
    QTest::newRow("no end given") << QJsonValue(0) << QJsonValue(5) << 900 << true << 5;
    QTest::newRow("a negative end") << QJsonValue(-1) << QJsonValue(5) << 900 << true << 5;
    QTest::newRow("a far end") << QJsonValue(86400) << QJsonValue(5) << 3600 << false << 5;
    QTest::newRow("an end beyond 32 bits")
        << QJsonValue(qint64(9'223'372'036'854'775'807)) << QJsonValue(5) << 3600 << false << 5;
    QTest::newRow("no interval") << QJsonValue(899) << QJsonValue(QJsonValue::Undefined) << 899
                                 << false << 5;
    QTest::newRow("interval 0") << QJsonValue(899) << QJsonValue(0) << 899 << false << 5;
    QTest::newRow("a negative interval") << QJsonValue(899) << QJsonValue(-7) << 899 << false << 5;
    QTest::newRow("half an interval") << QJsonValue(899) << QJsonValue(2.5) << 899 << false << 5;
    QTest::newRow("interval as text") << QJsonValue(899) << QJsonValue(u"1"_s) << 899 << false << 5;
    QTest::newRow("a short interval is the provider's word")
        << QJsonValue(899) << QJsonValue(1) << 899 << false << 1;
    QTest::newRow("no cap lowers it") << QJsonValue(899) << QJsonValue(899) << 899 << false << 899;
    QTest::newRow("an assumed interval ends no short code")
        << QJsonValue(3) << QJsonValue(0) << 3 << false << 5;
}

void TestDecodedFields::clampsADeviceCode()
{
    QFETCH(QJsonValue, expiresIn);
    QFETCH(QJsonValue, interval);
    const QJsonValue json
        = with(with(deviceStart(), u"expires_in"_s, expiresIn), u"interval"_s, interval);
    const Answer<DeviceCode> code = decodedCode(json);
    QVERIFY(code);
    QTEST(static_cast<int>(code->lifetime.count()), "lifetime");
    QTEST(code->lifetimeAssumed, "isAssumed");
    QTEST(static_cast<int>(code->interval.count()), "wait");
}

void TestDecodedFields::refusesAnImpossibleDeviceCode_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto add = [](const char *name, const QString &field, const QJsonValue &value) {
        QTest::newRow(name) << field << value;
    };
    add("an interval beyond the end", u"interval"_s, 900);
    add("an interval beyond the end of days", u"interval"_s, qint64(9'223'372'036'854'775'807));
    add("an interval beyond 64 bits", u"interval"_s, 1e30);
    add("half an end", u"expires_in"_s, 899.5);
    add("an end as text", u"expires_in"_s, u"899"_s);
    add("an end beyond 64 bits", u"expires_in"_s, 1e30);
    for (const char *code : {"", "ABC", "ABCD EFGH", "ABCD_EFGH", "<b>ABCD</b>", "ABCD\n",
                             "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ1"})
        add(code, u"user_code"_s, QString::fromLatin1(code));
    add("a user code in another alphabet", u"user_code"_s, u"АBCD-EFGH"_s);
    add("no device code", u"device_code"_s, u""_s);
    add("a device code with a blank", u"device_code"_s, u"a b"_s);
    add("a device code with a line break", u"device_code"_s, u"a\n"_s);
    add("a device code beyond ASCII", u"device_code"_s, u"\u00E9"_s);
    add("an endless device code", u"device_code"_s, QString(4097, u'x'));
    for (const char *uri :
         {"", "http://github.example/login/device", "javascript:alert(1)", "file:///etc/passwd",
          "https://user@github.example/", "--help", "https:github.example"})
        add(*uri ? uri : "no address", u"verification_uri"_s, QString::fromLatin1(uri));
}

void TestDecodedFields::refusesAnImpossibleDeviceCode()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    const Answer<DeviceCode> code = decodedCode(with(deviceStart(), field, value));
    QVERIFY(!code);
    QCOMPARE(code.error().kind, ApiError::Kind::Unreadable);
    QCOMPARE(code.error().field, field);
    QCOMPARE(code.error().address.has_value(), field == u"verification_uri"_s);
}

void TestDecodedFields::keepsACompleteAddressOfTheSameOriginOnly_data()
{
    QTest::addColumn<QString>("complete");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("same") << u"https://github.example/login/device?user_code=AB"_s << true;
    QTest::newRow("another host") << u"https://evil.example/login/device?user_code=AB"_s << false;
    QTest::newRow("another port") << u"https://github.example:8443/login/device"_s << false;
    QTest::newRow("plain") << u"http://github.example/login/device"_s << false;
    QTest::newRow("no address") << u"github.example"_s << false;
}

void TestDecodedFields::keepsACompleteAddressOfTheSameOriginOnly()
{
    QFETCH(QString, complete);
    const Answer<DeviceCode> code
        = decodedCode(with(deviceStart(), u"verification_uri_complete"_s, complete));
    QVERIFY(code);
    QTEST(code->verificationComplete.has_value(), "isKept");
}

void TestDecodedFields::keepsNumbersOf64Bits()
{
    const qint64 large = 9'223'372'036'854'775'807;
    QJsonValue json = with(recorded(u"detail-github"_s), u"user.id"_s, large);
    json = with(json, u"installations[0].id"_s, large - 1);
    const Answer<LinkDetails> details = decodeLinkDetails(json, deployment());
    QVERIFY(details && details->user);
    QCOMPARE(details->user->id, std::optional(large));
    QCOMPARE(details->installations.first().id, large - 1);
    // Out of range: the entry stays, what needs the id does not.
    const Answer<LinkDetails> odd = decodeLinkDetails(with(json, u"user.id"_s, 1e30), deployment());
    QCOMPARE(odd->user->id, std::nullopt);
    QCOMPARE(odd->user->login.plain(), u"ada"_s);
}

void TestDecodedFields::ignoresWhatItDoesNotKnow()
{
    QJsonObject list = recorded(u"list-mixed"_s);
    const Answer<Listing> before = decodeListing(list);
    list.insert(u"something"_s, QJsonArray{1, QJsonValue(), QJsonObject()});
    const Answer<Listing> after
        = decodeListing(with(with(list, u"providers[0].new"_s, 1), u"links[0].new"_s, 2));
    QVERIFY(before && after);
    QVERIFY(*before == *after);
}

QTEST_GUILESS_MAIN(TestDecodedFields)
#include "tst_decodedfields.moc"
