// SPDX-License-Identifier: MIT
#include "theme.h"
#include "widgets/qrmatrix.h"
#include "widgets/qrview.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString &devicePage()
{
    static const QString text = u"https://git.example/login/device?user_code=JNGD-GKDD"_s;
    return text;
}

/// The widget as a screen of this scale would show it.
QImage shown(QrView &view, qreal scale)
{
    QImage image((QSizeF(view.size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::darkGreen);
    view.render(&image);
    return image;
}

/// What a reader of QR codes, which is not ours, finds in the picture.
QString readBack(const QImage &image)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"qr.png"_s);
    if (!image.save(file))
        return {};
    QProcess reader;
    reader.start(u"zbarimg"_s,
                 {u"-q"_s, u"--nodbus"_s, u"--raw"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s, file});
    if (!reader.waitForFinished())
        return {};
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    text.chop(1);
    return text;
}

/// The smallest rectangle around all black pixels.
QRect inkOf(const QImage &image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == Qt::black)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

} // namespace

class TestQrMatrix : public QObject
{
    Q_OBJECT

private slots:
    void hasFindersInThreeCorners();
    void refusesWhatCannotBeRead();
    void isReadBackByAnotherProgram_data();
    void isReadBackByAnotherProgram();
    void isBlackOnWhiteInWholePixels_data();
    void isBlackOnWhiteInWholePixels();
    void neverMirrors();
    void isLargeEnough();
    void growsInWholeSteps();
    void asksToBeEnlarged();
    void showsNothingWithoutText();

private:
    static void apply(Scheme scheme)
    {
        Theme theme;
        theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), scheme);
    }
};

void TestQrMatrix::hasFindersInThreeCorners()
{
    const std::optional<QrMatrix> matrix = QrMatrix::encoding(devicePage());
    QVERIFY(matrix);
    QCOMPARE((matrix->size() - 21) % 4, 0);
    const int far = matrix->size() - 7;
    for (const QPoint &corner : {QPoint(0, 0), QPoint(far, 0), QPoint(0, far)}) {
        for (int step = 0; step < 7; ++step) {
            QVERIFY(matrix->isDark(corner.x() + step, corner.y()));
            QVERIFY(matrix->isDark(corner.x(), corner.y() + step));
        }
        QVERIFY(!matrix->isDark(corner.x() + 1, corner.y() + 1));
        QVERIFY(matrix->isDark(corner.x() + 3, corner.y() + 3));
    }
    QVERIFY(!matrix->isDark(-1, 0));
    QVERIFY(!matrix->isDark(0, matrix->size()));
}

void TestQrMatrix::refusesWhatCannotBeRead()
{
    QVERIFY(!QrMatrix::encoding(u""));
    QVERIFY(QrMatrix::encoding(QString(600, u'a')));
    QVERIFY(!QrMatrix::encoding(QString(601, u'a')));
    QVERIFY(!QrMatrix::encoding(QString(1'000'000, u'a')));
    QVERIFY(!QrMatrix::encoding(QString(301, u'\u00E9'))); // two bytes each
}

void TestQrMatrix::isReadBackByAnotherProgram_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<qreal>("scale");
    const QString longest = u"https://git.example/"_s + QString(580, u'd');
    for (const qreal scale : {1.0, 1.25, 1.5, 2.0}) {
        const int percent = qRound(scale * 100);
        QTest::addRow("light at %d %%", percent) << devicePage() << Scheme::Light << scale;
        QTest::addRow("dark at %d %%", percent) << devicePage() << Scheme::Dark << scale;
        QTest::addRow("longest at %d %%", percent) << longest << Scheme::Dark << scale;
        QTest::addRow("shortest at %d %%", percent) << u"https://a.io"_s << Scheme::Light << scale;
    }
}

void TestQrMatrix::isReadBackByAnotherProgram()
{
    QFETCH(QString, text);
    QFETCH(Scheme, scheme);
    QFETCH(qreal, scale);
    apply(scheme);
    QrView view;
    view.setText(text);
    view.resize(view.sizeHint());
    QCOMPARE(readBack(shown(view, scale)), text);
}

void TestQrMatrix::isBlackOnWhiteInWholePixels_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<qreal>("scale");
    for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0, 3.0}) {
        const int percent = qRound(scale * 100);
        QTest::addRow("light at %d %%", percent) << Scheme::Light << scale;
        QTest::addRow("dark at %d %%", percent) << Scheme::Dark << scale;
    }
}

void TestQrMatrix::isBlackOnWhiteInWholePixels()
{
    QFETCH(Scheme, scheme);
    QFETCH(qreal, scale);
    apply(scheme);
    QrView view;
    view.setText(devicePage());
    view.resize(view.sizeHint());
    const QImage image = shown(view, scale);
    const QRect ink = inkOf(image);
    const std::optional<QrMatrix> matrix = QrMatrix::encoding(devicePage());
    QVERIFY(matrix);
    QCOMPARE(ink.width(), ink.height());
    QCOMPARE(ink.width() % matrix->size(), 0);
    const int pixels = ink.width() / matrix->size();

    const int quiet = QrMatrix::quietZone * pixels;
    const QRect zone = ink.adjusted(-quiet, -quiet, quiet, quiet);
    QVERIFY(image.rect().contains(zone));
    for (int y = zone.top(); y <= zone.bottom(); ++y) {
        for (int x = zone.left(); x <= zone.right(); ++x) {
            const int column = (x - zone.left()) / pixels - QrMatrix::quietZone;
            const int row = (y - zone.top()) / pixels - QrMatrix::quietZone;
            QCOMPARE(image.pixelColor(x, y),
                     QColor(matrix->isDark(column, row) ? Qt::black : Qt::white));
        }
    }
}

void TestQrMatrix::neverMirrors()
{
    apply(Scheme::Light);
    QrView view;
    view.setText(devicePage());
    view.resize(view.sizeHint());
    const QImage leftToRight = shown(view, 1);
    view.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(shown(view, 1), leftToRight);
}

void TestQrMatrix::isLargeEnough()
{
    apply(Scheme::Light);
    for (const int length : {5, 20, 60, 200, 600}) {
        QrView view;
        view.setText(QString(length, u'z'));
        view.resize(view.minimumSizeHint());
        for (const qreal scale : {1.0, 2.0})
            QVERIFY(inkOf(shown(view, scale)).width() >= 160 * scale);
    }
}

void TestQrMatrix::growsInWholeSteps()
{
    apply(Scheme::Light);
    QrView view;
    view.setText(devicePage());
    const int modules = QrMatrix::encoding(devicePage())->size();
    for (int side = view.sizeHint().width(); side < 420; side += 13) {
        view.resize(side, side + 30);
        const QRect ink = inkOf(shown(view, 1));
        QCOMPARE(ink.width() % modules, 0);
        QCOMPARE(ink.width(), ink.height());
        QVERIFY(qAbs(ink.center().x() - side / 2) <= 1);
    }
}

void TestQrMatrix::asksToBeEnlarged()
{
    QrView view;
    QSignalSpy asked(&view, &QrView::enlargeRequested);
    QTest::mouseClick(&view, Qt::LeftButton);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(asked.size(), 0); // nothing there to enlarge
    view.setText(devicePage());
    view.resize(view.sizeHint());
    QTest::mouseClick(&view, Qt::LeftButton);
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_Enter);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(asked.size(), 4);
    QTest::mouseClick(&view, Qt::RightButton);
    QTest::keyClick(&view, Qt::Key_A);
    QCOMPARE(asked.size(), 4);
    QCOMPARE(view.focusPolicy(), Qt::StrongFocus);
}

void TestQrMatrix::showsNothingWithoutText()
{
    QrView view;
    view.setText(devicePage());
    QVERIFY(!view.isEmpty());
    view.setText({});
    QVERIFY(view.isEmpty());
    view.resize(200, 200);
    QVERIFY(inkOf(shown(view, 1)).isEmpty());
}

QTEST_MAIN(TestQrMatrix)
#include "tst_qrmatrix.moc"
