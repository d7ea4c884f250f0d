// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "desktop/fakesecretservice.h"
#include "desktop/keyringdaemon.h"
#include "desktop/screenwindow.h"
#include "desktop/storeanswers.h"
#include "keychain/keychaintokenstore.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto prompterName = u"org.gnome.keyring.SystemPrompter"_s;

/// The window of the keyring's dialog; empty where none is up.
QString promptWindow()
{
    return outputOf(u"xdotool"_s,
                    {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"gcr-prompter"_s})
        .value_or(QString())
        .section(u'\n', 0, 0);
}

bool promptHasFocus()
{
    return hasFocus(promptWindow());
}

} // namespace

/// Unlocking a real gnome-keyring through its own dialog, with a keyboard.
class tst_SecretServiceUnlock : public QObject
{
    Q_OBJECT

private:
    const AccountId m_ada{u"https://coder.example.com/8f0c0c8e-6d5a-4a54-9b6e-0e2c4a1d7d11"_s};
    const SessionToken m_token = *SessionToken::fromText(u"abcdefghij-0123456789ABCDEFGHIJKL"_s);
    SystemClock m_clock;
    std::unique_ptr<KeyringDaemon> m_keyring;

    std::unique_ptr<KeychainTokenStore> makeStore(const KeychainLimits &limits = {})
    {
        return std::make_unique<KeychainTokenStore>(QDBusConnection::sessionBus(), m_clock, limits);
    }

private slots:
    void init() { m_keyring = std::make_unique<KeyringDaemon>(); }
    void cleanup() { m_keyring.reset(); }

    void asksThePersonOnlyToUnlock();
    void unlocksByPassword();
    void aClosedDialogIsDenied();
    void leavesTheDialogToThePerson();
    void unlocksAKeyringThatIsNotNamedAtOnce();
};

void tst_SecretServiceUnlock::asksThePersonOnlyToUnlock()
{
    QVERIFY(m_keyring->startLocked());
    const auto store = makeStore();
    StoreAnswers answers(*store);
    answers.probe();
    answers.read(m_ada);
    answers.write(m_ada, m_token);
    QTRY_COMPARE(answers.changes.size(), 1);
    QVERIFY(!hasOwner(prompterName));
    answers.unlock();
    QTRY_VERIFY(hasOwner(prompterName));
    QTRY_VERIFY(!promptWindow().isEmpty());
    QCOMPARE(answers.states.size(), 1); // a person takes as long as a person takes
}

void tst_SecretServiceUnlock::unlocksByPassword()
{
    QVERIFY(m_keyring->startUnlocked());
    // No limit holds while the dialog is up.
    const auto store = makeStore({.preflight = 400ms, .job = 400ms});
    StoreAnswers answers(*store);
    answers.write(m_ada, m_token);
    QTRY_COMPARE(answers.changes.size(), 1);
    QVERIFY(m_keyring->lock());
    answers.unlock();
    QTRY_VERIFY(promptHasFocus());
    QVERIFY(outputOf(u"xdotool"_s, {u"type"_s, u"--delay"_s, u"20"_s, KeyringDaemon::password}));
    QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, u"Return"_s}));
    QTRY_COMPARE(answers.states, QList<StoreState>{StoreState::Ready});
    answers.read(m_ada);
    QTRY_COMPARE(answers.reads.size(), 1);
    QVERIFY(*answers.reads.constFirst() == m_token);
}

void tst_SecretServiceUnlock::aClosedDialogIsDenied()
{
    QVERIFY(m_keyring->startLocked());
    const auto store = makeStore();
    StoreAnswers answers(*store);
    answers.unlock();
    QTRY_VERIFY(promptHasFocus());
    QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, u"Escape"_s}));
    QTRY_COMPARE(answers.states, QList<StoreState>{StoreState::Denied});
    answers.probe();
    QTRY_COMPARE(answers.states.size(), 2);
    QCOMPARE(answers.states.last(), StoreState::Locked);
}

/// Nobody waits for the answer any more; the keyring lives on, and the password still unlocks it.
void tst_SecretServiceUnlock::leavesTheDialogToThePerson()
{
    QVERIFY(m_keyring->startLocked());
    const auto store = makeStore();
    auto receiver = std::make_unique<QObject>();
    bool heard = false;
    store->unlock(*receiver, [&](StoreState) { heard = true; });
    QTRY_VERIFY(!promptWindow().isEmpty());
    receiver.reset();
    QTRY_VERIFY(promptHasFocus());
    QVERIFY(outputOf(u"xdotool"_s, {u"type"_s, u"--delay"_s, u"20"_s, KeyringDaemon::password}));
    QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, u"Return"_s}));
    QTRY_VERIFY(promptWindow().isEmpty());
    StoreAnswers answers(*store);
    answers.probe();
    QTRY_COMPARE(answers.states, QList<StoreState>{StoreState::Ready});
    QVERIFY(!heard);
}

void tst_SecretServiceUnlock::unlocksAKeyringThatIsNotNamedAtOnce()
{
    FakeSecretService service(1);
    QVERIFY(service.takeName());
    const auto store = makeStore();
    StoreAnswers answers(*store);
    answers.unlock();
    QTRY_COMPARE(answers.states, QList{StoreState::Ready});
}

QTEST_GUILESS_MAIN(tst_SecretServiceUnlock)
#include "tst_secretserviceunlock.moc"
