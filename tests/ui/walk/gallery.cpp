// SPDX-License-Identifier: MIT
#include "ui/walk/gallery.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

Exhibit::~Exhibit() = default;

QByteArray Look::name() const
{
    const QByteArray colors = scheme == Scheme::Dark ? "dark " : "light ";
    const QByteArray mirrored = direction == Qt::RightToLeft ? " mirrored" : "";
    return colors + QByteArray::number(qRound(100 * fontScale)) + mirrored;
}

Gallery::Gallery()
    : m_usual(QApplication::font()),
      m_plans(mainWindowExhibits() + signInExhibits() + deviceLinkExhibits() + browserLinkExhibits()
              + unlinkExhibits() + smallExhibits())
{
    Q_INIT_RESOURCE(translations);
    if (m_english.load(u":/i18n/fairlead_en.qm"_s))
        QCoreApplication::installTranslator(&m_english);
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
    QApplication::setLayoutDirection(look.direction);
    std::unique_ptr<Exhibit> exhibit = plan.build(look);
    if (!exhibit)
        return nullptr;
    QWidget &window = exhibit->window();
    if (!window.isVisible())
        window.show();
    window.activateWindow();
    const bool isPopup = window.windowType() == Qt::Popup;
    const bool ready
        = isPopup ? QTest::qWaitForWindowExposed(&window) : QTest::qWaitForWindowActive(&window);
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
