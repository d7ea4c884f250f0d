// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class Icons;
class QFrame;
class QPushButton;
class QVBoxLayout;

/// "Details": what a server said, folded away until somebody asks for it.
class Disclosure : public QWidget
{
    Q_OBJECT

public:
    explicit Disclosure(const Icons &icons, QWidget *parent = nullptr);

    /// Plain text, one label a line; without lines nothing is shown at all.
    void setLines(const QStringList &lines);

private:
    void unfold(bool unfolded);

    const Icons &m_icons;
    QPushButton *m_button;
    QFrame *m_frame;
    QVBoxLayout *m_lines;
};
