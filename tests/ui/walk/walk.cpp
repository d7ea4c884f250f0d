// SPDX-License-Identifier: MIT
#include "ui/walk/walk.h"

#include "dialogs/plaindialog.h"
#include "ui/walk/controls.h"
#include "ui/walk/showntexts.h"

#include <QApplication>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A screen as large as one with many pixels has it; the offscreen platform's own is smaller than
/// our window. All sizes are in device pixels.
bool describeScreen(QTemporaryFile &file)
{
    static constexpr char screen[] = R"({"screens": [{"name": "large", "x": 0, "y": 0,
        "width": 3840, "height": 2160, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})";
    return file.open() && file.write(screen) > 0 && file.flush();
}

/// Menus and the picture of a QR code are as wide as they are.
bool canBeNarrow(const QByteArray &exhibit)
{
    return !exhibit.startsWith("menu/") && exhibit != "small/enlarged qr";
}

/// Counts how often something in a window is to be laid out anew. It has no signals.
class LayoutRequests : public QObject // clazy:exclude=missing-qobject-macro
{
public:
    explicit LayoutRequests(QWidget &window) : m_window(window) { qApp->installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::LayoutRequest && widget && widget->window() == &m_window)
            ++m_count;
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget &m_window;
    int m_count = 0;
};

QString inLines(const QStringList &troubles)
{
    return troubles.join(u'\n');
}

} // namespace

int Walk::run(int argc, char *argv[], int scale)
{
    QTemporaryFile screen;
    if (!describeScreen(screen))
        return 1;
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.fileName().toLocal8Bit());
    qputenv("QT_SCALE_FACTOR", QByteArray::number(scale));
    qputenv("TZ", "UTC");
    QCoreApplication::setApplicationName(u"fairlead"_s);
    QCoreApplication::setApplicationVersion(u"1.0"_s);
    QApplication app(argc, argv);
    if (app.devicePixelRatio() != scale)
        qFatal("The platform does not scale");
    Walk walk;
    return QTest::qExec(&walk, argc, argv);
}

/// All of them at the usual scale; what the scale may change at another.
void Walk::addRows(QList<Look> looks) const
{
    if (qApp->devicePixelRatio() > 1)
        looks = {looks.first(), {.scheme = Scheme::Dark, .fontScale = 2}};
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Look>("look");
    int turn = 0;
    for (const Look &look : looks) {
        const bool whole = look.tongue == Tongue::English && look.contrast == Contrast::Normal
            && look.fontScale < 4;
        // Of the others every third state, another third each time; narrow in all states.
        const int every = whole || look.width > 0 ? 1 : 3;
        int number = turn++;
        for (const ExhibitPlan &plan : m_gallery.plans()) {
            if (number++ % every == 0 && (look.width == 0 || canBeNarrow(plan.name)))
                QTest::newRow((plan.name + ", " + look.name()).constData()) << plan.name << look;
        }
    }
}

std::unique_ptr<Exhibit> Walk::open()
{
    QFETCH(QByteArray, name);
    QFETCH(Look, look);
    return m_gallery.open(*m_gallery.find(name), look);
}

void Walk::textsHaveTheirRoomAndStandOut_data()
{
    constexpr int narrow = 360;
    const auto rightToLeft = Qt::RightToLeft;
    addRows({{},
             {.scheme = Scheme::Dark},
             {.fontScale = 2},
             {.scheme = Scheme::Dark, .fontScale = 2},
             {.tongue = Tongue::German},
             {.scheme = Scheme::Dark, .fontScale = 2, .tongue = Tongue::German},
             {.tongue = Tongue::Long},
             {.fontScale = 2, .tongue = Tongue::Long},
             {.direction = rightToLeft, .tongue = Tongue::Mirrored},
             {.scheme = Scheme::Dark, .direction = rightToLeft, .tongue = Tongue::Mirrored},
             {.fontScale = 2, .direction = rightToLeft, .tongue = Tongue::Mirrored},
             {.tongue = Tongue::German, .width = narrow},
             {.contrast = Contrast::High},
             {.fontScale = 4}});
}

void Walk::textsHaveTheirRoomAndStandOut()
{
    const std::unique_ptr<Exhibit> exhibit = open();
    QVERIFY2(exhibit, "the state was not reached");
    QFETCH(QByteArray, name);
    QFETCH(Look, look);
    Gallery::photograph(exhibit->window(), name, look);
    QVERIFY2(!shownTexts(exhibit->window()).isEmpty(), "nothing to read was found");
    if (look.width > 0)
        QCOMPARE(exhibit->window().width(), look.width);
    const QStringList troubles = crampedTexts(exhibit->window()) + faintTexts(exhibit->window());
    QVERIFY2(troubles.isEmpty(), qUtf8Printable(inLines(troubles)));
}

void Walk::controlsAreNamedReachedAndSeen_data()
{
    addRows(
        {{}, {.scheme = Scheme::Dark}, {.direction = Qt::RightToLeft, .tongue = Tongue::German}});
}

void Walk::controlsAreNamedReachedAndSeen()
{
    const std::unique_ptr<Exhibit> exhibit = open();
    QVERIFY2(exhibit, "the state was not reached");
    QWidget &window = exhibit->window();
    QStringList troubles = badlyNamed(window);
    troubles += unreachable(window);
    troubles += focusUnseen(window);
    QVERIFY2(troubles.isEmpty(), qUtf8Printable(inLines(troubles)));
}

void Walk::windowsComeToRest_data()
{
    addRows({{}, {.tongue = Tongue::German, .width = 360}});
}

/// One that answers its own layout with the wish for another looks well, and keeps a core busy.
void Walk::windowsComeToRest()
{
    const std::unique_ptr<Exhibit> exhibit = open();
    QVERIFY2(exhibit, "the state was not reached");
    const LayoutRequests requests(exhibit->window());
    for (int round = 0; round < 10; ++round)
        QCoreApplication::sendPostedEvents();
    QCOMPARE(requests.count(), 0);
    // A dialog that was made narrow takes what the screen has before it scrolls.
    const auto *dialog = qobject_cast<PlainDialog *>(&exhibit->window());
    const auto *scroller = dialog
        ? dialog->findChild<QScrollArea *>(QString(), Qt::FindDirectChildrenOnly)
        : nullptr;
    if (scroller && dialog->height() < dialog->screen()->availableSize().height() * 9 / 10)
        QCOMPARE(scroller->verticalScrollBar()->maximum(), 0);
}
