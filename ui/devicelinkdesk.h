// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/linksubject.h"
#include "links/devicelinkflow.h"
#include "links/gitlink.h"

#include <QObject>

#include <memory>
#include <optional>

class AccountServices;
class DeviceLinkDialog;
class LinkBook;
class Preferences;
class QWidget;

/// Keeps the one linking by device code that is under way, in its dialog or in the background, from
/// the person's wish to the word that it is done. A settled flow stays until its dialog is closed;
/// one that failed in the background, until its dialog was shown.
class DeviceLinkDesk : public QObject
{
    Q_OBJECT

public:
    DeviceLinkDesk(AccountServices &services, LinkBook &links, Preferences &preferences,
                   const DialogTools &tools, QObject *parent = nullptr);
    ~DeviceLinkDesk() override;

    /// Starts linking \a key and shows its dialog beside \a window; while another is under way,
    /// that one is shown instead.
    void begin(const LinkKey &key, QWidget *window);
    /// A flow waits for somebody or something.
    [[nodiscard]] bool isUnderWay() const;
    /// What it is about; none where there is no flow, settled or not.
    [[nodiscard]] const std::optional<LinkSubject> &subject() const { return m_subject; }
    [[nodiscard]] const LinkKey &key() const { return m_key; }
    [[nodiscard]] const DeviceLinkFlow *flow() const { return m_flow.get(); }

    void show();
    /// The window goes away and takes the dialog along; the flow goes on.
    void hideWithWindow();
    /// The person is here to see what was hidden with the window, or a failure that came while the
    /// dialog was hidden.
    void showUnseen();
    void copyCode();
    /// Until the person wants to see it again.
    void hideCode();
    void cancel();
    /// The account is being signed out: what was begun for it goes, and nothing more is told of it.
    void leave(const AccountId &account);

signals:
    /// A flow came, went, or is in another state.
    void changed();
    /// The flow has come to an end by itself; flow() says which.
    void settled();
    void signInWished(const AccountId &account);
    void unlinkWished(const LinkKey &key);
    void openWished(const WebAddress &page, const LinkKey &key);

private:
    enum class Away { ByWish, WithWindow };

    void makeDialog(QWidget *window);
    void flowChanged();
    [[nodiscard]] bool isUnseen() const;
    void drop();

    AccountServices &m_services;
    LinkBook &m_links;
    Preferences &m_preferences;
    DialogTools m_tools;
    LinkKey m_key;
    std::optional<LinkSubject> m_subject;
    std::unique_ptr<DeviceLinkFlow> m_flow;
    std::unique_ptr<DeviceLinkDialog> m_dialog;
    Away m_away = Away::ByWish; ///< why the dialog is hidden, where it is
};
