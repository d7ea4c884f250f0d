// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/dunst.h"
#include "desktop/person.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The shipped program by keyboard alone, as the X server hands keys on; the accessibility
/// interface only tells what has the focus and what can be read.
class tst_Keyboard : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<simulated::Deployment> m_deployment;
    std::unique_ptr<Person> m_ada;

    static bool strike(const QString &keys);
    static bool write(const QString &text);
    /// In the browser, say.
    static bool hasCopied(const QString &text);
    [[nodiscard]] QString focus() const { return m_ada->app().focused().name(); }
    /// By Tab, until what is called so has the focus.
    bool tabTo(const QString &name);
    /// By Down, until the row that begins so is selected.
    bool goDownTo(const QString &row);
    bool signIn();
    [[nodiscard]] static QString colorOfTheWindow();

private slots:
    void init();
    void cleanup();

    void tellsTheWholeStory();
    void showsItsKeys();
    void changesColoursAtOnce();
    void changesLanguageWithTheNextStart();
};

bool tst_Keyboard::strike(const QString &keys)
{
    return outputOf(u"xdotool"_s, {u"key"_s, u"--clearmodifiers"_s, keys}).has_value();
}

bool tst_Keyboard::write(const QString &text)
{
    return outputOf(u"xdotool"_s, {u"type"_s, text}).has_value();
}

bool tst_Keyboard::hasCopied(const QString &text)
{
    // The child of xclip keeps the pipes it has.
    return outputOf(u"sh"_s, {u"-c"_s, u"xclip -i -selection clipboard >/dev/null 2>&1"_s},
                    text.toUtf8())
        .has_value();
}

bool tst_Keyboard::tabTo(const QString &name)
{
    constexpr int most = 25;
    QStringList passed;
    for (int step = 0; step < most; ++step) {
        if (QTest::qWaitFor([&] { return !focus().isEmpty(); }) && focus() == name)
            return true;
        const QString before = focus();
        passed.append(before);
        if (!strike(u"Tab"_s))
            return false;
        (void)QTest::qWaitFor([&] { return focus() != before; }, 1000);
    }
    qWarning().noquote() << "Tab came to" << passed << "but not to" << name;
    return false;
}

bool tst_Keyboard::goDownTo(const QString &row)
{
    constexpr int most = 25;
    for (int step = 0; step < most; ++step) {
        if (m_ada->isSelected(row))
            return true;
        const QString before = focus();
        if (!strike(u"Down"_s))
            return false;
        (void)QTest::qWaitFor([&] { return focus() != before; }, 1000);
    }
    return false;
}

bool tst_Keyboard::signIn()
{
    const auto dialog = u"Add account"_s;
    return tabTo(u"Add account"_s) && strike(u"space"_s) && m_ada->seesWindow(dialog)
        && tabTo(u"Address"_s) && write(m_deployment->url().toString()) && strike(u"Return"_s)
        && m_ada->reads(u"This is Coder"_s) && tabTo(u"Token"_s)
        && hasCopied(m_deployment->mintToken()) && strike(u"ctrl+v"_s)
        && m_ada->reads(u"ada on 127.0.0.1"_s) && tabTo(dialog) && strike(u"space"_s)
        && m_ada->losesWindow(dialog) && m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Not linked"_s));
}

/// In its upper corner, where nothing but its ground is.
QString tst_Keyboard::colorOfTheWindow()
{
    return outputOf(u"import"_s,
                    {u"-silent"_s, u"-window"_s, Person::mainWindow(), u"-crop"_s, u"1x1+2+2"_s,
                     u"-depth"_s, u"8"_s, u"txt:-"_s})
        .value_or(QString())
        .section(u'#', -1)
        .left(6);
}

void tst_Keyboard::init()
{
    m_deployment = std::make_unique<simulated::Deployment>(simulated::Generation::Gen26b);
    QVERIFY(m_deployment->listen());
    m_deployment->addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    m_deployment->knobs(u"github"_s).interval = 1s;
    m_ada = std::make_unique<Person>(*m_deployment);
    QVERIFY(m_ada->start());
}

void tst_Keyboard::cleanup()
{
    m_ada.reset();
    m_deployment.reset();
    Dunst::all();
}

void tst_Keyboard::tellsTheWholeStory()
{
    QVERIFY(signIn());
    QVERIFY(goDownTo(m_ada->row(u"GitHub"_s, u"Not linked"_s)));
    QVERIFY(strike(u"Return"_s)); // to its details
    QTRY_COMPARE(focus(), u"Link"_s);
    QVERIFY(strike(u"space"_s));
    const auto dialog = u"Link by device code"_s;
    QVERIFY(m_ada->seesWindow(dialog));
    const QString code = m_ada->textIn(u"Code"_s, dialog);
    QTRY_COMPARE(focus(), u"Copy code and open page"_s);
    QVERIFY(strike(u"ctrl+c"_s));
    QTRY_COMPARE(
        outputOf(u"timeout"_s, {u"3"_s, u"xclip"_s, u"-o"_s, u"-selection"_s, u"clipboard"_s}),
        code);
    QVERIFY(tabTo(u"Continue in background"_s));
    QVERIFY(strike(u"space"_s));
    QVERIFY(m_ada->losesWindow(dialog));
    QVERIFY(m_deployment->approve(code));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s)));

    QTRY_VERIFY(!focus().isEmpty());
    QVERIFY(strike(u"ctrl+u"_s));
    QVERIFY(m_ada->seesWindow(u"Unlink"_s));
    QTRY_COMPARE(focus(), u"Cancel"_s); // what is done by mistake is not done
    QVERIFY(tabTo(u"Unlink"_s));
    QVERIFY(strike(u"space"_s));
    QVERIFY(m_ada->seesWindow(u"Unlinked"_s));
    QTRY_COMPARE(focus(), u"Done"_s);
    QVERIFY(strike(u"Return"_s));
    QVERIFY(m_ada->losesWindow(u"Unlinked"_s));
    QVERIFY(!m_deployment->linkTo(u"github"_s));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Not linked"_s)));

    QTRY_VERIFY(!focus().isEmpty());
    QVERIFY(strike(u"ctrl+q"_s));
    QCOMPARE(m_ada->fairlead().exitCode(), std::optional(0));
}

void tst_Keyboard::showsItsKeys()
{
    QTRY_COMPARE(focus(), u"Add account"_s);
    QVERIFY(strike(u"F1"_s));
    QVERIFY(m_ada->seesWindow(u"Keyboard shortcuts"_s));
    for (const QString &key : {u"Ctrl+N"_s, u"Ctrl+Q"_s, u"Ctrl+,"_s, u"F5"_s, u"Esc"_s})
        QVERIFY2(m_ada->app().labels().contains(key), qPrintable(key));
    QTRY_COMPARE(focus(), u"Close"_s);
    QVERIFY(strike(u"Escape"_s));
    QVERIFY(m_ada->losesWindow(u"Keyboard shortcuts"_s));
}

void tst_Keyboard::changesColoursAtOnce()
{
    QTRY_COMPARE(colorOfTheWindow(), u"F0F2F4"_s);
    QVERIFY(strike(u"ctrl+comma"_s));
    QVERIFY(m_ada->seesWindow(u"Settings"_s));
    QTRY_COMPARE(focus(), u"As the system"_s);
    QVERIFY(strike(u"End"_s));
    QTRY_COMPARE(colorOfTheWindow(), u"23282D"_s);
    QVERIFY(strike(u"Home"_s));
    QTRY_COMPARE(colorOfTheWindow(), u"F0F2F4"_s);
}

void tst_Keyboard::changesLanguageWithTheNextStart()
{
    QTRY_COMPARE(focus(), u"Add account"_s);
    QVERIFY(strike(u"ctrl+comma"_s));
    QVERIFY(m_ada->seesWindow(u"Settings"_s));
    QTRY_COMPARE(focus(), u"As the system"_s);
    QVERIFY(strike(u"Tab"_s)); // from the appearance
    QVERIFY(strike(u"End"_s));
    QVERIFY(strike(u"Escape"_s));
    QVERIFY(m_ada->losesWindow(u"Settings"_s));
    QVERIFY(strike(u"ctrl+q"_s));
    QCOMPARE(m_ada->fairlead().exitCode(), std::optional(0));
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->reads(u"Ein Coder-Konto hinzufügen"_s));
    QTRY_COMPARE(focus(), u"Konto hinzufügen"_s);
}

QTEST_GUILESS_MAIN(tst_Keyboard)
#include "tst_keyboard.moc"
