// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

class Clock;
class ClockTimer;
class QWidget;

/// Tells when a window stands on the screen and the person has been elsewhere for minutes; in a
/// window over it, such as the enlarged QR code, they are not elsewhere.
class AbsenceWatch : public QObject
{
    Q_OBJECT

public:
    /// \a window is its parent.
    AbsenceWatch(Clock &clock, QWidget &window);
    ~AbsenceWatch() override;

signals:
    void leftForLong();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    [[nodiscard]] bool isElsewhere() const;

    QWidget &m_window;
    std::unique_ptr<ClockTimer> m_timer;
};
