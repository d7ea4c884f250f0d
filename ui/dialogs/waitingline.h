// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/devicelinktexts.h"

#include <QWidget>

class CountdownBar;
class CountdownSentence;
class ShapeView;

/// The bar that shrinks and the two lines under it: what is waited for, and how long the code
/// lives.
class WaitingLine : public QWidget
{
    Q_OBJECT

public:
    WaitingLine(const Icons &icons, const Theme &theme, const LinkSubject &subject,
                QWidget *parent = nullptr);

    void present(const DeviceLinkFlow::AwaitingUser &state, std::chrono::milliseconds left);

private:
    [[nodiscard]] QString spokenTime(std::chrono::milliseconds left);
    void tell(const QStringList &words);

    const LinkSubject m_subject;
    CountdownBar *m_bar;
    ShapeView *m_shape;
    CountdownSentence *m_what;
    CountdownSentence *m_next;
    std::chrono::seconds m_told{-1}; ///< the milestone in the accessible names
    QStringList m_toldWords;         ///< to assistive technology
};
