// SPDX-License-Identifier: MIT
#include "dialogs/absencewatch.h"

#include "base/clock.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

using namespace std::chrono_literals;

namespace {

/// Long enough to sign in at the provider, with a second factor and a phone to be found first.
constexpr auto forLong = 5min;

} // namespace

AbsenceWatch::AbsenceWatch(Clock &clock, QWidget &window)
    : QObject(&window), m_window(window), m_timer(clock.makeTimer([this] { emit leftForLong(); }))
{
    window.installEventFilter(this);
    connect(qApp, &QGuiApplication::focusWindowChanged, this, &AbsenceWatch::look);
}

AbsenceWatch::~AbsenceWatch() = default;

bool AbsenceWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
    case QEvent::ActivationChange:
        look();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void AbsenceWatch::look()
{
    if (!isElsewhere())
        m_timer->stop();
    else if (!m_timer->isActive())
        m_timer->start(forLong);
}

bool AbsenceWatch::isElsewhere() const
{
    if (!m_window.isVisible() || m_window.isMinimized())
        return false; // then there is nothing to look at
    const QWidget *active = QApplication::activeWindow();
    while (active && active != &m_window)
        active = active->parentWidget();
    return !active;
}
