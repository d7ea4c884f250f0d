// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"
#include "dialogs/unlinktexts.h"

#include <QPointer>

class CopyButton;
class DialogHeading;
class Disclosure;
class FactLines;
class QPushButton;

/// Says what unlinking will do, lets it be done, and shows the receipt. Something is lost by it, so
/// Cancel is the easy answer. Not modal by itself: show() or open() it.
class UnlinkDialog : public PlainDialog
{
    Q_OBJECT

public:
    UnlinkDialog(Unlinking &unlinking, const LinkSubject &subject, const DialogTools &tools,
                 QWidget *parent = nullptr);

private:
    void makeButtons();
    void render();
    void renderPlan();
    void renderReceipt(const UnlinkTexts::Receipt &receipt);
    void openAppsPage();

    QPointer<Unlinking> m_unlinking;
    const LinkSubject m_subject;
    const DialogTools m_tools;
    WebAddress m_appsPage;
    DialogHeading *m_heading;
    FactLines *m_lines;
    Disclosure *m_details;
    QPushButton *m_apps = nullptr;
    CopyButton *m_copy = nullptr;
    QPushButton *m_go = nullptr;    ///< Unlink, then Try again
    QPushButton *m_close = nullptr; ///< Cancel, then Close or Done
    QString m_report;
};
