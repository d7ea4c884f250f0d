// SPDX-License-Identifier: MIT
#include "ui/walk/gallery.h"

#include "ui/walk/pseudotranslator.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

Exhibit::~Exhibit() = default;

QByteArray Look::name() const
{
    QByteArray name = scheme == Scheme::Dark ? "dark " : "light ";
    if (contrast == Contrast::High)
        name += "high contrast ";
    name += QByteArray::number(qRound(100 * fontScale));
    if (direction == Qt::RightToLeft && tongue != Tongue::Mirrored)
        name += " mirrored";
    switch (tongue) {
    case Tongue::English:
        break;
    case Tongue::German:
        name += " German";
        break;
    case Tongue::Long:
        name += " long";
        break;
    case Tongue::Mirrored:
        name += " in Hebrew letters";
        break;
    }
    if (width > 0)
        name += " narrow";
    return name;
}

Gallery::Gallery()
    : m_usual(QApplication::font()),
      m_plans(mainWindowExhibits() + signInExhibits() + deviceLinkExhibits() + browserLinkExhibits()
              + unlinkExhibits() + accountExhibits() + smallExhibits())
{
    Q_INIT_RESOURCE(translations);
    const auto load = [](const QString &catalogue) {
        auto words = std::make_unique<QTranslator>();
        if (!words->load(catalogue))
            qFatal("There is no %s", qPrintable(catalogue));
        return words;
    };
    m_tongues = {load(u":/i18n/fairlead_en.qm"_s), // English needs its plural forms
                 load(u":/i18n/fairlead_de.qm"_s),
                 std::make_unique<PseudoTranslator>(PseudoTranslator::Kind::Long),
                 std::make_unique<PseudoTranslator>(PseudoTranslator::Kind::Mirrored)};
}

void Gallery::speak(Tongue tongue)
{
    QTranslator *words = m_tongues.at(static_cast<size_t>(tongue)).get();
    if (words == m_spoken)
        return;
    if (m_spoken)
        QCoreApplication::removeTranslator(m_spoken);
    m_spoken = words;
    QCoreApplication::installTranslator(words);
    const bool mirrored = tongue == Tongue::Mirrored;
    QLocale::setDefault(tongue == Tongue::German ? QLocale(QLocale::German, QLocale::Germany)
                            : mirrored           ? QLocale(QLocale::Hebrew, QLocale::Israel)
                                                 : QLocale(QLocale::English));
}

const ExhibitPlan *Gallery::find(const QByteArray &name) const
{
    for (const ExhibitPlan &plan : m_plans) {
        if (plan.name == name)
            return &plan;
    }
    return nullptr;
}

std::unique_ptr<Exhibit> Gallery::open(const ExhibitPlan &plan, const Look &look)
{
    QFont font = m_usual;
    font.setPointSizeF(QFontInfo(m_usual).pointSizeF() * look.fontScale);
    QApplication::setFont(font);
    speak(look.tongue);
    QApplication::setLayoutDirection(look.direction);
    std::unique_ptr<Exhibit> exhibit = plan.build(look);
    if (!exhibit)
        return nullptr;
    QWidget &window = exhibit->window();
    const bool isPopup = window.windowType() == Qt::Popup;
    if (!window.isVisible())
        window.show();
    window.activateWindow();
    const bool ready
        = isPopup ? QTest::qWaitForWindowExposed(&window) : QTest::qWaitForWindowActive(&window);
    QCoreApplication::processEvents(); // a new dialog settles once it has been painted
    if (look.width > 0)
        window.resize(look.width, window.height());
    // Heights that follow from widths are passed up one layout an event.
    for (int level = 0; level < 10; ++level)
        QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return ready ? std::move(exhibit) : nullptr;
}

void Gallery::photograph(QWidget &window, const QByteArray &name, const Look &look)
{
    const QString root = qEnvironmentVariable("FAIRLEAD_SHOTS");
    if (root.isEmpty())
        return;
    QString folder = QString::fromLatin1(look.name()).replace(u' ', u'-');
    if (const auto scale = window.devicePixelRatio(); scale > 1)
        folder += u"-scale-%1"_s.arg(scale);
    const QDir place(root + u'/' + folder);
    place.mkpath(u"."_s);
    const QString file = QString::fromLatin1(name).replace(u'/', u'-').replace(u' ', u'-');
    window.grab().save(place.filePath(file + u".png"_s));
}
