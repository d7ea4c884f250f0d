// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/devicelinktexts.h"

#include <QWidget>

class CodeField;
class Disclosure;
class LinkButton;
class MarkView;
class QFrame;

/// How a link by device code ended, or what is waited for without a code: one note, and what
/// belongs to it.
class EndingPanel : public QWidget
{
    Q_OBJECT

public:
    EndingPanel(const Icons &icons, const Theme &theme, QWidget *parent = nullptr);

    void present(const DeviceLinkTexts::Ending &ending);
    /// Additions, each until the next present().
    void addStruckOutCode(const QString &code);
    void addPerson(const UntrustedText &login);
    void addUnlinkWish();
    void addAppMissing(const WebAddress &install);

signals:
    void unlinkWished();

private:
    CodeField *m_code;
    MarkView *m_person;
    StatusNote *m_note;
    LinkButton *m_unlink;
    QFrame *m_line;
    StatusNote *m_app;
    Disclosure *m_details;
};
