// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/linksubject.h"
#include "links/devicelinkflow.h"

#include <QWidget>

class CodeField;
class CopyButton;
class EmphasisLabel;
class PlainLabel;
class QVBoxLayout;
class StatusNote;

/// The code, the buttons that copy it, what to do with it in three steps, and a word of warning.
class CodePanel : public QWidget
{
    Q_OBJECT

public:
    CodePanel(const DialogTools &tools, QWidget *parent = nullptr);

    /// \a acceptedHost is where codes were entered until now; empty for the first time.
    void present(const DeviceCode &code, const QString &acceptedHost);
    [[nodiscard]] CodeField &field() { return *m_field; }
    [[nodiscard]] CopyButton &mainButton() { return *m_copyAndOpen; }

    void showOutcome(bool copied, bool withPage);
    /// No browser could be started: the address stands there to be copied.
    void showNoBrowser(const WebAddress &page);

signals:
    void copyWished();
    void copyAndOpenWished();

private:
    void addStep(QVBoxLayout &steps, const QString &number, EmphasisLabel &text);
    void arrange();

    const DialogTools m_tools;
    CodeField *m_field;
    CopyButton *m_copyAndOpen;
    CopyButton *m_copy;
    EmphasisLabel *m_open;
    EmphasisLabel *m_enter;
    EmphasisLabel *m_approve;
    StatusNote *m_changedHost;
    StatusNote *m_noBrowser;
    PlainLabel *m_address;
    StatusNote *m_warning;
};
