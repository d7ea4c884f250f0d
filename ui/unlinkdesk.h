// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "links/gitlink.h"

#include <QObject>

#include <memory>

class AccountServices;
class LinkBook;
class QWidget;
class UnlinkDialog;
class Unlinking;

/// Keeps the one unlinking that is asked about or under way, from the question to the receipt. Once
/// it is confirmed nothing ends it: closing its dialog only hides that until there is a receipt.
class UnlinkDesk : public QObject
{
    Q_OBJECT

public:
    UnlinkDesk(AccountServices &services, LinkBook &links, const DialogTools &tools,
               QObject *parent = nullptr);
    ~UnlinkDesk() override;

    /// Asks about \a key in a dialog beside \a window, in place of a question about another link;
    /// while an unlinking is under way, that one is shown instead.
    void begin(const LinkKey &key, QWidget *window);
    /// The account is being signed out: a question about its links goes.
    void leave(const AccountId &account);
    /// Confirmed, and without a receipt yet.
    [[nodiscard]] bool isUnderWay() const;
    /// The link that is asked about or being removed.
    [[nodiscard]] const LinkKey &key() const { return m_key; }
    [[nodiscard]] UntrustedText provider() const;

signals:
    /// isUnderWay() may differ.
    void changed();

private:
    void stateChanged();
    void show();
    void drop();

    AccountServices &m_services;
    LinkBook &m_links;
    DialogTools m_tools;
    LinkKey m_key;
    std::unique_ptr<Unlinking> m_unlinking;
    std::unique_ptr<UnlinkDialog> m_dialog; ///< until it holds a receipt, which is the person's
};
