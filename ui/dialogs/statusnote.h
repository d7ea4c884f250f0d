// SPDX-License-Identifier: MIT
#pragma once

#include "texts.h"
#include "widgets/textrun.h"

#include <QWidget>

class EmphasisLabel;
class FlowLayout;
class Icons;
class QHBoxLayout;
class ShapeView;
class Theme;

/// A shape and what it stands for in words: what is, below it what to do, and below that the
/// buttons that do it.
class StatusNote : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Good, Warning, Stop, Wait, Paused, AppMissing, Unknown, Shield };

    StatusNote(const Icons &icons, const Theme &theme, QWidget *parent = nullptr);

    void setNote(Shape shape, const TextRuns &what, const TextRuns &next = {});
    void setNote(Shape shape, const Sentence &sentence);
    /// Stands behind the words of the first line while it is wanted there.
    void setAfter(QWidget *widget);
    void showAfter(bool wanted);
    /// Below the words: exactly these of all that were ever given.
    void setButtons(const QList<QWidget *> &buttons);

    [[nodiscard]] QString what() const;
    [[nodiscard]] QString next() const;

    /// The name and colour of \a shape, for whoever draws it alone.
    static void draw(ShapeView &view, Shape shape);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void tell();

    ShapeView *m_shape;
    EmphasisLabel *m_what;
    EmphasisLabel *m_next;
    QHBoxLayout *m_firstLine;
    QWidget *m_after = nullptr;
    QWidget *m_buttonRow;
    FlowLayout *m_buttons;
    QStringList m_told; ///< to assistive technology, since it appeared
};
