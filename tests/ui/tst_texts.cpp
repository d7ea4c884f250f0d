// SPDX-License-Identifier: MIT
#include "dialogs/devicelinktexts.h"
#include "dialogs/signintexts.h"
#include "places.h"
#include "texts.h"

#include <QDirIterator>
#include <QLocale>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ServerUrl server()
{
    return *ServerUrl::fromUserInput(u"https://coder.example.com"_s);
}

CertificateProblem certificate(CertificateProblem::Reason reason)
{
    return {.reason = reason,
            .issuer = UntrustedText::name(u"Example CA"),
            .validFrom = QDateTime(QDate(2025, 1, 2), QTime(12, 0), Qt::UTC),
            .validUntil = QDateTime(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC)};
}

/// Every failure with words of its own.
QList<ApiError> allErrors()
{
    using Kind = ApiError::Kind;
    using Layer = ApiError::Layer;
    QList<ApiError> errors{
        {.kind = Kind::Offline, .layer = Layer::Name},
        {.kind = Kind::Offline, .layer = Layer::Connect},
        {.kind = Kind::Offline, .layer = Layer::Proxy},
        {.kind = Kind::Offline, .layer = Layer::Http},
        {.kind = Kind::Tls},
        {.kind = Kind::TimedOut},
        {.kind = Kind::SignedOut},
        {.kind = Kind::SignedOut, .verdicts = {.userSuspended = true}},
        {.kind = Kind::Forbidden},
        {.kind = Kind::NotFound},
        {.kind = Kind::Throttled},
        {.kind = Kind::Throttled, .retryAfter = 30s},
        {.kind = Kind::Throttled, .retryAfter = 300s},
        {.kind = Kind::Rejected},
        {.kind = Kind::Rejected, .verdicts = {.scopeTooNarrow = true}},
        {.kind = Kind::Rejected, .verdicts = {.deviceFlowUnsupported = true}},
        {.kind = Kind::Rejected, .verdicts = {.linkNotStored = true}},
        {.kind = Kind::ServerFault, .status = 500},
        {.kind = Kind::ServerFault, .status = 503},
        {.kind = Kind::Unreadable},
        {.kind = Kind::Unreadable, .field = u"links[2].provider_id"_s},
        {.kind = Kind::Redirected, .redirectHost = u"other.example"_s},
        {.kind = Kind::NotCoder},
    };
    using Reason = CertificateProblem::Reason;
    for (Reason reason : {Reason::SelfSigned, Reason::UnknownIssuer, Reason::Expired,
                          Reason::NotYetValid, Reason::WrongHost, Reason::Other})
        errors.append({.kind = Kind::Tls, .certificate = certificate(reason)});
    return errors;
}

QString both(const Sentence &sentence)
{
    return sentence.what + u' ' + sentence.next;
}

/// Every one says something, and something else than the others; whole, calm sentences.
void judge(const QList<Sentence> &sentences, bool nextToo)
{
    QStringList seen;
    for (const Sentence &sentence : sentences) {
        QVERIFY2(sentence.what.endsWith(u'.'), qPrintable(sentence.what));
        QVERIFY2(!nextToo || sentence.next.endsWith(u'.'), qPrintable(sentence.what));
        const QString words = both(sentence);
        QVERIFY2(!seen.contains(words), qPrintable(words));
        QVERIFY2(!words.contains(u'!') && !words.contains(u"please"_s, Qt::CaseInsensitive),
                 qPrintable(words));
        QVERIFY2(!words.contains(u'%'), qPrintable(words)); // a placeholder that nobody filled
        seen.append(words);
    }
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private slots:
    void everyRefusalHasItsSentence();
    void everyAddressHasItsSentence();
    void everyFailureHasItsSentence();
    void aGatewaysTimeLimitIsNoMaintenance();
    void everyKeyringHasItsSentenceAndItsButton();
    void everyTroubleHasItsSentenceAndItsButton();
    void everyTokenProblemHasItsSentence();
    void everyWaitHasItsSentence();
    void everyEndingHasItsSentence();
    void nothingWasLinkedIsSaidOnlyWhereItIsKnown();
    void certificatesNameIssuerAndDates();
    void hostsStandBetweenDirectionMarks();
    void serverTextIsNeverATemplate();
    void detailsQuoteTheServer();
    void datesHaveNoWeekday();
    void timeCountsInMinutesAndSeconds();
    void noArgumentFollowsAnother();
};

void TestTexts::everyRefusalHasItsSentence()
{
    using R = ServerUrl::Refusal;
    QList<Sentence> sentences;
    for (R refusal : {R::Empty, R::Malformed, R::NotWeb, R::HasUserInfo, R::NoHost, R::BadPort})
        sentences.append(Texts::of(refusal));
    judge(sentences, true);
}

void TestTexts::everyAddressHasItsSentence()
{
    using S = WebAddress::State;
    QList<Sentence> sentences;
    for (S state : {S::Absent, S::Malformed, S::NotEncrypted, S::NotWeb, S::NoHost, S::HasUserInfo,
                    S::BadPort, S::TooLong})
        sentences.append(Texts::of(state));
    judge(sentences, true);
    judge({Texts::of(S::Usable)}, false);
}

void TestTexts::everyFailureHasItsSentence()
{
    QList<Sentence> sentences;
    for (const ApiError &error : allErrors())
        sentences.append(Texts::of(error, server()));
    judge(sentences, true);
}

void TestTexts::aGatewaysTimeLimitIsNoMaintenance()
{
    const ApiError late{.kind = ApiError::Kind::ServerFault, .status = 504};
    QCOMPARE(Texts::of(late, server()), Texts::of({.kind = ApiError::Kind::TimedOut}, server()));
    for (const int status : {502, 503}) {
        const ApiError away{.kind = ApiError::Kind::ServerFault, .status = status};
        QVERIFY(Texts::of(away, server()).what.contains(u"maintenance"_s));
    }
}

void TestTexts::everyKeyringHasItsSentenceAndItsButton()
{
    using S = StoreState;
    QList<Sentence> sentences;
    for (S state : {S::Locked, S::NoCollection, S::Absent, S::Denied, S::Hung, S::Broken}) {
        sentences.append(Texts::of(state));
        QVERIFY(!Texts::buttonFor(Texts::remedyFor(state)).isEmpty());
    }
    judge(sentences, true);
    QVERIFY(Texts::buttonFor(Texts::remedyFor(S::Ready)).isEmpty());
}

void TestTexts::everyTroubleHasItsSentenceAndItsButton()
{
    using T = Session::Trouble;
    QList<Sentence> sentences;
    for (T trouble :
         {T::KeychainLocked, T::KeychainNoCollection, T::KeychainAbsent, T::KeychainDenied,
          T::KeychainHung, T::KeychainBroken, T::TokenMissing, T::TokenRejected, T::UserSuspended,
          T::ScopeTooNarrow, T::OtherUser, T::Unreachable}) {
        sentences.append(Texts::of(trouble));
        QVERIFY(!Texts::buttonFor(Texts::remedyFor(trouble)).isEmpty());
    }
    judge(sentences, true);
}

void TestTexts::everyTokenProblemHasItsSentence()
{
    using P = SignIn::TokenProblem;
    QList<Sentence> sentences;
    for (P problem : {P::NotAToken, P::Rejected, P::UserSuspended, P::ScopeTooNarrow, P::OtherUser,
                      P::CouldNotAsk}) {
        const SignInTexts::Note note = SignInTexts::tokenProblem({.problem = problem}, {});
        sentences.append({plainTextOf(note.what), plainTextOf(note.next)});
    }
    judge(sentences, true);
}

void TestTexts::everyWaitHasItsSentence()
{
    using W = DeviceLinkFlow::Wait;
    const LinkSubject subject{.provider = UntrustedText::name(u"GitHub"), .server = server()};
    QList<Sentence> sentences;
    for (W wait : {W::Waiting, W::SlowedDown, W::Offline, W::ProviderTrouble, W::SignedOut}) {
        const auto words = DeviceLinkTexts::waiting({.wait = wait}, subject, u"14:32"_s);
        sentences.append({plainTextOf(words.what), plainTextOf(words.next)});
        QVERIFY(both(sentences.last()).contains(u"14:32"_s)); // the code lives on meanwhile
    }
    judge(sentences, false);
    // Checking is over before anybody could read a word about it.
    QCOMPARE(DeviceLinkTexts::waiting({.wait = W::Checking}, subject, u"1:00"_s).what,
             DeviceLinkTexts::waiting({.wait = W::Waiting}, subject, u"1:00"_s).what);
}

void TestTexts::everyEndingHasItsSentence()
{
    using Why = DeviceLinkFlow::Failed::Why;
    const LinkSubject subject{.provider = UntrustedText::name(u"GitHub"), .server = server()};
    QList<Sentence> sentences;
    const auto add = [&sentences](const DeviceLinkTexts::Ending &ending) {
        sentences.append({plainTextOf(ending.what), plainTextOf(ending.next)});
    };
    for (Why why : {Why::Expired, Why::Denied, Why::Rejected, Why::NoCode, Why::Api})
        add(DeviceLinkTexts::failed({.why = why}, subject));
    for (auto after :
         {DeviceLinkFlow::Verifying::After::Approval, DeviceLinkFlow::Verifying::After::Cancel,
          DeviceLinkFlow::Verifying::After::Failure})
        add(DeviceLinkTexts::verifying(after, subject));
    add(DeviceLinkTexts::requesting(subject));
    add(DeviceLinkTexts::linked({}, subject));
    add(DeviceLinkTexts::linkedUnread(subject));
    for (const LinkEvidence evidence :
         {LinkEvidence::Changed, LinkEvidence::MaybeRenewed, LinkEvidence::Unread})
        add(DeviceLinkTexts::approvedAfterCancel({.evidence = evidence}, subject));
    judge(sentences, true);
}

void TestTexts::nothingWasLinkedIsSaidOnlyWhereItIsKnown()
{
    using Why = DeviceLinkFlow::Failed::Why;
    const LinkSubject subject{.provider = UntrustedText::name(u"GitHub"), .server = server()};
    const QString nothing = u"Nothing was linked."_s;
    for (const Why why : {Why::Expired, Why::Denied, Why::Rejected, Why::NoCode, Why::Api}) {
        const auto known = DeviceLinkTexts::failed({.why = why}, subject);
        const auto unknown = DeviceLinkTexts::failed({.why = why, .maybeLinked = true}, subject);
        QVERIFY(plainTextOf(known.what).contains(nothing));
        QVERIFY(!plainTextOf(unknown.what).contains(nothing));
        QVERIFY(plainTextOf(unknown.what).contains(u"look at the list"_s));
    }
}

void TestTexts::certificatesNameIssuerAndDates()
{
    for (const ApiError &error : allErrors()) {
        if (!error.certificate)
            continue;
        const QString words = both(Texts::of(error, server()));
        QVERIFY2(words.contains(u"Example CA"_s), qPrintable(words));
        QVERIFY2(words.contains(u"2025"_s) || words.contains(u"2026"_s), qPrintable(words));
        QVERIFY2(words.contains(u"Nothing was sent."_s), qPrintable(words));
    }
}

void TestTexts::hostsStandBetweenDirectionMarks()
{
    for (const ApiError &error : allErrors()) {
        const QString words = both(Texts::of(error, server()));
        if (words.contains(u"coder.example.com"_s))
            QVERIFY2(words.contains(u"\u2068coder.example.com\u2069"_s), qPrintable(words));
    }
}

void TestTexts::serverTextIsNeverATemplate()
{
    const UntrustedText evil = UntrustedText::name(u"%1 %2 %3");
    CertificateProblem problem = certificate(CertificateProblem::Reason::SelfSigned);
    problem.issuer = evil;
    const ApiError error{.kind = ApiError::Kind::Tls, .certificate = problem};
    QVERIFY(both(Texts::of(error, server())).contains(u"\u2068%1 %2 %3\u2069"_s));
    const LinkSubject subject{.provider = evil, .server = server()};
    const auto words = DeviceLinkTexts::waiting({.wait = DeviceLinkFlow::Wait::ProviderTrouble},
                                                subject, u"1:00"_s);
    QCOMPARE(plainTextOf(words.what),
             u"Coder cannot reach %1 %2 %3, trying again. The code is valid for 1:00."_s);
}

void TestTexts::detailsQuoteTheServer()
{
    const ApiError error{.status = 400,
                         .message = UntrustedText::message(u"Failed."),
                         .detail = UntrustedText::message(u"<b>boom</b>"),
                         .requestId = u"a7838e02"_s};
    QStringList lines = Texts::detailsOf(error);
    for (QString &line : lines)
        line.remove(u'\u2068').remove(u'\u2069');
    QCOMPARE(lines,
             QStringList({u"Coder said: “Failed.”"_s, u"Coder said: “<b>boom</b>”"_s,
                          u"Status 400"_s, u"Request a7838e02"_s}));
    QCOMPARE(Texts::detailsOf(ApiError()), QStringList());
}

void TestTexts::datesHaveNoWeekday()
{
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    const QDateTime day(QDate(2026, 11, 29), QTime(12, 0), Qt::UTC);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(Texts::date(day), u"29 November 2026"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(Texts::date(day), u"November 29, 2026"_s);
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(Texts::date(day), u"29. November 2026"_s);
}

void TestTexts::timeCountsInMinutesAndSeconds()
{
    QCOMPARE(DeviceLinkTexts::time(872s, false), u"14:32"_s);
    QCOMPARE(DeviceLinkTexts::time(871001ms, false), u"14:32"_s);
    QCOMPARE(DeviceLinkTexts::time(9s, false), u"0:09"_s);
    QCOMPARE(DeviceLinkTexts::time(0ms, false), u"0:00"_s);
    QCOMPARE(DeviceLinkTexts::time(3600s, false), u"60:00"_s);
    QVERIFY(DeviceLinkTexts::time(900s, true).startsWith(u"about 15 minute"_s));
}

/// "%1 said %2".arg(evil).arg(words) lets evil decide where the words go.
void TestTexts::noArgumentFollowsAnother()
{
    static const QRegularExpression chain(
        u"\\btr\\([^;]*\\.arg\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)\\s*\\.arg\\("_s);
    QVERIFY(chain.match(u"tr(\"%1 %2\").arg(a.b()).arg(c)"_s).hasMatch());
    int files = 0;
    QDirIterator sources(QStringLiteral(FAIRLEAD_SOURCE_DIR) + u"/ui"_s, {u"*.cpp"_s}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!chain.match(QString::fromUtf8(file.readAll())).hasMatch(),
                 qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 20);
}

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
