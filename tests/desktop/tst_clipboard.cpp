// SPDX-License-Identifier: MIT
#include "desktop/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// What another program finds there; the event loop runs meanwhile, as it is we who answer it.
QString seenFromOutside(const QString &selection, const QString &target = u"UTF8_STRING"_s)
{
    QProcess xclip;
    xclip.start(u"timeout"_s,
                {u"5"_s, u"xclip"_s, u"-o"_s, u"-selection"_s, selection, u"-t"_s, target});
    const bool ended
        = QTest::qWaitFor([&xclip] { return xclip.state() == QProcess::NotRunning; }, 6000);
    return ended && xclip.exitCode() == 0 ? QString::fromUtf8(xclip.readAllStandardOutput())
                                          : u"(nothing)"_s;
}

/// Another program takes the selection over.
bool takeFromOutside(const QString &selection, const QByteArray &text)
{
    QProcess xclip;
    xclip.setStandardOutputFile(QProcess::nullDevice()); // its child keeps the pipe open
    xclip.setStandardErrorFile(QProcess::nullDevice());
    xclip.start(u"xclip"_s, {u"-i"_s, u"-selection"_s, selection});
    xclip.write(text);
    xclip.closeWriteChannel();
    return QTest::qWaitFor([&xclip] { return xclip.state() == QProcess::NotRunning; });
}

} // namespace

/// Clipboard as other X clients see it.
class tst_Clipboard : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Clipboard> m_clipboard;

private slots:
    void init() { m_clipboard = std::make_unique<Clipboard>(*QGuiApplication::clipboard()); }
    void cleanup()
    {
        m_clipboard.reset();
        QGuiApplication::clipboard()->clear();
    }

    void putsTextWhereOthersFindIt();
    void tellsWhetherItWasTaken();
    void marksACodeAsSecret();
    void leavesThePrimarySelectionAlone();
    void takesACodeOffAgain();
    void takesACodeOffAtTheEnd();
    void leavesWhatOthersPutThere();
    void leavesWhatWasCopiedAfterTheCode();
};

void tst_Clipboard::putsTextWhereOthersFindIt()
{
    QVERIFY(m_clipboard->copy(u"https://github.com/login/device"_s));
    QCOMPARE(seenFromOutside(u"clipboard"_s), u"https://github.com/login/device"_s);
    QVERIFY(!seenFromOutside(u"clipboard"_s, u"TARGETS"_s).contains(u"passwordManagerHint"_s));
}

/// The time of our request is that of the last event we heard of; what another program copied after
/// that comes first (ICCCM 2.1).
void tst_Clipboard::tellsWhetherItWasTaken()
{
    QVERIFY(m_clipboard->copyCode(u"WDJB-MJHT"_s));
    // Without our event loop, so that we do not hear of it. The program that copies goes into the
    // background before it has done so; while it has not, we are asked, and do not answer.
    const auto copyElsewhere = u"echo other | xclip -i -selection clipboard >/dev/null 2>&1\n"
                               "until [ \"$(timeout 1 xclip -o -selection clipboard)\" = other ]\n"
                               "do :; done"_s;
    QCOMPARE(QProcess::execute(u"sh"_s, {u"-c"_s, copyElsewhere}), 0);
    QVERIFY(!m_clipboard->copyCode(u"WDJB-MJHT"_s));
    QVERIFY(!m_clipboard->copy(u"https://github.com/login/device"_s));
    QTRY_VERIFY(m_clipboard->copy(u"https://github.com/login/device"_s)); // now we have heard of it
}

void tst_Clipboard::marksACodeAsSecret()
{
    QVERIFY(m_clipboard->copyCode(u"WDJB-MJHT"_s));
    QCOMPARE(seenFromOutside(u"clipboard"_s), u"WDJB-MJHT"_s);
    QCOMPARE(seenFromOutside(u"clipboard"_s, u"x-kde-passwordManagerHint"_s), u"secret"_s);
}

void tst_Clipboard::leavesThePrimarySelectionAlone()
{
    QVERIFY(takeFromOutside(u"primary"_s, "selected by hand"));
    QTRY_COMPARE(seenFromOutside(u"primary"_s), u"selected by hand"_s);
    QVERIFY(m_clipboard->copyCode(u"WDJB-MJHT"_s));
    QVERIFY(m_clipboard->copy(u"something"_s));
    QCOMPARE(seenFromOutside(u"primary"_s), u"selected by hand"_s);
}

void tst_Clipboard::takesACodeOffAgain()
{
    QVERIFY(m_clipboard->copyCode(u"WDJB-MJHT"_s));
    QCOMPARE(seenFromOutside(u"clipboard"_s), u"WDJB-MJHT"_s);
    m_clipboard->forgetCode();
    QCOMPARE(seenFromOutside(u"clipboard"_s), u"(nothing)"_s);
}

void tst_Clipboard::takesACodeOffAtTheEnd()
{
    QVERIFY(m_clipboard->copyCode(u"WDJB-MJHT"_s));
    m_clipboard.reset();
    QCOMPARE(seenFromOutside(u"clipboard"_s), u"(nothing)"_s);
}

void tst_Clipboard::leavesWhatOthersPutThere()
{
    QVERIFY(m_clipboard->copyCode(u"WDJB-MJHT"_s));
    QVERIFY(takeFromOutside(u"clipboard"_s, "somebody else's"));
    QTRY_COMPARE(seenFromOutside(u"clipboard"_s), u"somebody else's"_s);
    m_clipboard->forgetCode();
    QCOMPARE(seenFromOutside(u"clipboard"_s), u"somebody else's"_s);
}

void tst_Clipboard::leavesWhatWasCopiedAfterTheCode()
{
    QVERIFY(m_clipboard->copyCode(u"WDJB-MJHT"_s));
    QVERIFY(m_clipboard->copy(u"a link"_s));
    m_clipboard->forgetCode();
    QCOMPARE(seenFromOutside(u"clipboard"_s), u"a link"_s);
}

QTEST_MAIN(tst_Clipboard)
#include "tst_clipboard.moc"
