// SPDX-License-Identifier: MIT
#include "window/linkdelegate.h"

#include "measures.h"
#include "pictures/icons.h"
#include "theme.h"
#include "ui/linkworld.h"
#include "window/linklist.h"
#include "window/linkrows.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QPixmap>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Every health, long names and a hostile one, as a list of a chosen width.
struct Listed : LinkWorld {
    explicit Listed(Scheme scheme = Scheme::Light, Contrast contrast = Contrast::Normal)
        : theme(applied(scheme, contrast))
    {
        addAdaWithAll();
        addGrace();
        const QString name = u"A provider whose admin had a very great deal to say"_s;
        for (const LinkHealth health : {LinkHealth::Valid, LinkHealth::NeedsReconnect})
            book.applyListing(grace(), listingFor(health, u"long"_s, name)); // it broke in sight
        rows.setAccounts(accounts);
        list.setItemDelegate(&delegate);
        resize(22);
    }
    /// Before there are widgets: outside of exec() they would not hear of it.
    static Theme applied(Scheme scheme, Contrast contrast)
    {
        Theme theme;
        theme.apply(*qApp, scheme, contrast);
        return theme;
    }
    void resize(qreal lines)
    {
        list.resize(Measures().lines(lines), 2000);
        list.show();
        list.doItemsLayout();
    }
    [[nodiscard]] QList<PaintedText> texts(int row) const
    {
        const QModelIndex index = rows.index(row);
        return delegate.painted(list.optionFor(index), index);
    }

    Theme theme;
    Icons icons{};
    LinkRows rows{model, clock};
    LinkDelegate delegate{theme, icons};
    LinkList list{rows};
};

int widthOf(const PaintedText &text)
{
    return QFontMetrics(text.font).size(Qt::TextSingleLine, text.text).width();
}

} // namespace

/// What the list paints, read from the delegate.
class TestLinkDelegate : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "UTC"); }

private slots:
    void init();
    void everyTextHasItsRoom_data();
    void everyTextHasItsRoom();
    void endTextsAreNeverElided_data();
    void endTextsAreNeverElided();
    void narrowRowsHaveAThirdLine();
    void accountsAreElidedInTheMiddle();
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void wordsThatMatterAreColoured();
    void rightToLeftMirrors();
    void selectionIsABarAndATint();
    void focusIsFramed();
    void hostileNamesPaintFast();
};

void TestLinkDelegate::init()
{
    QFont font = QApplication::font();
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

void TestLinkDelegate::everyTextHasItsRoom_data()
{
    QTest::addColumn<qreal>("points");
    QTest::addColumn<qreal>("lines");
    for (const qreal points : {10.0, 20.0}) {
        for (const qreal lines : {15.5, 17.0, 22.0, 40.0})
            QTest::addRow("%g points, %g lines wide", points, lines) << points << lines;
    }
}

void TestLinkDelegate::everyTextHasItsRoom()
{
    QFETCH(qreal, points);
    QFETCH(qreal, lines);
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    QApplication::setFont(font);
    Listed listed;
    listed.resize(lines);
    for (int row = 0; row < listed.rows.rowCount(); ++row) {
        const QRect room = listed.list.visualRect(listed.rows.index(row));
        const QList<PaintedText> texts = listed.texts(row);
        QVERIFY(!texts.isEmpty());
        for (const PaintedText &text : texts) {
            QVERIFY2(widthOf(text) <= text.rect.width(), qPrintable(text.text));
            QVERIFY2(QFontMetrics(text.font).height() <= text.rect.height(), qPrintable(text.text));
            QVERIFY2(room.contains(text.rect), qPrintable(text.text));
            for (const PaintedText &other : texts)
                QVERIFY2(&other == &text || !other.rect.intersects(text.rect),
                         qPrintable(text.text));
        }
    }
}

void TestLinkDelegate::endTextsAreNeverElided_data()
{
    everyTextHasItsRoom_data();
}

void TestLinkDelegate::endTextsAreNeverElided()
{
    QFETCH(qreal, lines);
    Listed listed;
    listed.resize(lines);
    int ends = 0;
    for (int row = 0; row < listed.rows.rowCount(); ++row) {
        const QModelIndex index = listed.rows.index(row);
        QStringList whole;
        for (const PaintedText &text : listed.texts(row)) {
            QVERIFY(!text.atEnd || !text.elided);
            if (!text.elided)
                whole.append(text.text);
            ends += text.atEnd ? 1 : 0;
        }
        QVERIFY(whole.contains(index.data(LinkRows::EndRole).toString()));
        const QString time = index.data(LinkRows::TimeRole).toString();
        QVERIFY(time.isEmpty() || whole.contains(time));
    }
    QVERIFY(ends > listed.rows.rowCount() / 2);
}

void TestLinkDelegate::narrowRowsHaveAThirdLine()
{
    Listed listed;
    const Measures measures;
    const QModelIndex row = listed.rows.index(1);
    QCOMPARE(listed.list.visualRect(listed.rows.index(0)).height(), measures.lines(1.5));
    QCOMPARE(listed.list.visualRect(row).height(), measures.lines(2) + measures.units(3));
    listed.resize(15.5);
    QCOMPARE(listed.list.visualRect(row).height(), measures.lines(3) + measures.units(3));
    QSet<int> lines;
    for (const PaintedText &text : listed.texts(1))
        lines.insert(text.rect.top());
    QCOMPARE(lines.size(), 3);
}

void TestLinkDelegate::accountsAreElidedInTheMiddle()
{
    Listed listed;
    listed.resize(16.5);
    const int row = listed.rows.indexOf(LinkWorld::key(u"long"_s, LinkWorld::grace())).row();
    QStringList elided;
    for (const PaintedText &text : listed.texts(row)) {
        if (text.elided)
            elided.append(text.text);
    }
    QCOMPARE(elided.size(), 2);
    QVERIFY2(elided.at(0).endsWith(u'…') && elided.at(0).startsWith(u"A pro"_s),
             qPrintable(elided.at(0)));
    QVERIFY2(elided.at(1).contains(u'…') && !elided.at(1).endsWith(u'…'), qPrintable(elided.at(1)));
}

void TestLinkDelegate::everyTextCanBeRead_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<Contrast>("contrast");
    QTest::newRow("light") << Scheme::Light << Contrast::Normal;
    QTest::newRow("dark") << Scheme::Dark << Contrast::Normal;
    QTest::newRow("black and white") << Scheme::Light << Contrast::High;
}

void TestLinkDelegate::everyTextCanBeRead()
{
    QFETCH(Scheme, scheme);
    QFETCH(Contrast, contrast);
    Listed listed(scheme, contrast);
    for (int row = 0; row < listed.rows.rowCount(); ++row) {
        const QModelIndex index = listed.rows.index(row);
        if (!listed.rows.isHeader(index))
            listed.list.select(listed.rows.keyOf(index)); // each once selected, the others not
        for (int other = 0; other < listed.rows.rowCount(); ++other) {
            for (const PaintedText &text : listed.texts(other)) {
                const qreal ratio = Theme::contrastRatio(text.color, text.background);
                QVERIFY2(ratio >= 4.5, qPrintable(u"%1: %2"_s.arg(text.text).arg(ratio)));
            }
        }
    }
}

void TestLinkDelegate::wordsThatMatterAreColoured()
{
    const Listed listed;
    const auto colorOf = [&](const QString &provider, const QString &word) {
        for (const PaintedText &text :
             listed.texts(listed.rows.indexOf(LinkWorld::key(provider)).row())) {
            if (text.text == word)
                return text.color;
        }
        return QColor();
    };
    QCOMPARE(colorOf(u"provider0"_s, u"Reconnect needed"_s),
             listed.theme.healthColor(HealthTone::Bad));
    QCOMPARE(colorOf(u"provider2"_s, u"Expires soon"_s),
             listed.theme.healthColor(HealthTone::Soon));
    QCOMPARE(colorOf(u"provider7"_s, u"Provider unreachable"_s),
             listed.theme.healthColor(HealthTone::Wait));
    QCOMPARE(colorOf(u"provider4"_s, u"Valid"_s),
             QApplication::palette().color(QPalette::PlaceholderText));
}

void TestLinkDelegate::rightToLeftMirrors()
{
    Listed listed;
    const QList<PaintedText> plain = listed.texts(1);
    listed.list.setLayoutDirection(Qt::RightToLeft);
    const QList<PaintedText> mirrored = listed.texts(1);
    const QRect room = listed.list.visualRect(listed.rows.index(1));
    QCOMPARE(mirrored.size(), plain.size());
    for (qsizetype at = 0; at < plain.size(); ++at) {
        QCOMPARE(mirrored.at(at).text, plain.at(at).text);
        QCOMPARE(mirrored.at(at).rect,
                 QStyle::visualRect(Qt::RightToLeft, room, plain.at(at).rect));
        QVERIFY(mirrored.at(at).rect != plain.at(at).rect);
    }
}

void TestLinkDelegate::selectionIsABarAndATint()
{
    Listed listed;
    const QModelIndex index = listed.rows.index(1);
    listed.list.select(listed.rows.keyOf(index));
    const QRect rect = listed.list.visualRect(index);
    const QImage picture = listed.list.viewport()->grab(rect).toImage();
    const Theme::SelectedRow selected = listed.theme.selectedRow();
    const int middle = picture.height() / 2;
    QCOMPARE(picture.pixelColor(0, middle), selected.bar);
    QCOMPARE(picture.pixelColor(Measures::selectionBarWidth, middle), selected.background);
    QCOMPARE(picture.pixelColor(picture.width() - 2, middle), selected.background);
}

void TestLinkDelegate::focusIsFramed()
{
    Listed listed;
    const QModelIndex index = listed.rows.index(1);
    const auto painted = [&](bool focused) {
        QStyleOptionViewItem option = listed.list.optionFor(index);
        option.state.setFlag(QStyle::State_HasFocus, focused);
        QImage picture(option.rect.size(), QImage::Format_RGB32);
        picture.fill(QApplication::palette().color(QPalette::Window));
        QPainter painter(&picture);
        painter.translate(-option.rect.topLeft());
        listed.delegate.paint(&painter, option, index);
        return picture.pixelColor(picture.width() / 2, 0);
    };
    QCOMPARE(painted(true), QApplication::palette().color(QPalette::Link));
    QCOMPARE(painted(false), QApplication::palette().color(QPalette::Window));
}

void TestLinkDelegate::hostileNamesPaintFast()
{
    Listed listed;
    const QStringList names{QString(1'000'000, u'W'), u"\u202egnp.\u2067exe"_s,
                            u"a"_s + QString(10'000, QChar(0x0301)), u"<img src=x onerror=y>"_s,
                            u"\u0000name"_s};
    for (const QString &name : names) {
        Listing listing;
        for (int number = 0; number < 20; ++number) {
            const Listing one
                = LinkWorld::listingFor(LinkHealth::NeedsReconnect, u"evil%1"_s.arg(number), name);
            listing.providers += one.providers;
            listing.links += one.links;
        }
        listed.book.applyListing(LinkWorld::ada(), listing);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!listed.list.grab().isNull());
        QVERIFY2(timer.elapsed() < 20 * 50,
                 qPrintable(QString::number(timer.elapsed()))); // 50 ms a row
    }
}

QTEST_MAIN(TestLinkDelegate)
#include "tst_linkdelegate.moc"
