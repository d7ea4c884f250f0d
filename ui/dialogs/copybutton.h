// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

#include <memory>

class Clock;
class ClockTimer;

/// A button that copies: for three seconds it says so in its own place, or that it could not be
/// done, and keeps its width.
class CopyButton : public QPushButton
{
    Q_OBJECT

public:
    CopyButton(const QString &label, Clock &clock, QWidget *parent = nullptr);
    ~CopyButton() override;

    void showOutcome(bool copied);
    void showLabel();

    QSize sizeHint() const override;

private:
    [[nodiscard]] QSize sizeFor(const QString &text) const;

    QString m_label;
    std::unique_ptr<ClockTimer> m_timer;
};
