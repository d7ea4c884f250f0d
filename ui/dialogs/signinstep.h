// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class PlainLabel;
class QVBoxLayout;

/// One numbered step of signing in: a heading, and below it what the step asks for. What comes
/// later is visible, but rests.
class SignInStep : public QWidget
{
    Q_OBJECT

public:
    SignInStep(const QString &number, const QString &heading, QWidget *parent = nullptr);

    void setResting(bool resting);
    [[nodiscard]] QVBoxLayout &body() { return *m_body; }

private:
    PlainLabel *m_number;
    PlainLabel *m_heading;
    QVBoxLayout *m_body;
};
