// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/providermark.h"
#include "widgets/textrun.h"

#include <QWidget>

class EmphasisLabel;
class Icons;
class MarkView;

/// The top of a dialog: a mark, what this is about, and for whom.
class DialogHeading : public QWidget
{
    Q_OBJECT

public:
    explicit DialogHeading(const Icons &icons, QWidget *parent = nullptr);

    void setMark(const ProviderMark &mark);
    /// A person in place of a provider.
    void setPerson(const QString &userName);
    void setTitle(const TextRuns &title);
    void setSubtitle(const TextRuns &subtitle);
    [[nodiscard]] QString title() const;

private:
    MarkView *m_mark;
    EmphasisLabel *m_title;
    EmphasisLabel *m_subtitle;
};
