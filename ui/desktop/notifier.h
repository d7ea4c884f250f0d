// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/linknews.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QHash>
#include <QImage>
#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

class QDBusError;

/// Tells the desktop what a person has to know about links, straight over
/// org.freedesktop.Notifications: Qt's tray message has no buttons there and tells nobody that it
/// was clicked. One notification a link; a newer one takes the place of the older. Clicks on other
/// programs' notifications are not ours.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// \a picture goes with every notification, for desktops where we are not installed.
    Notifier(const QDBusConnection &bus, const QImage &picture, QObject *parent = nullptr);
    ~Notifier() override;

    void tell(const LinkNews &news);
    /// Takes back what was told about \a link, once the person has seen it; of none, the notice.
    void withdraw(const LinkKey &link);

signals:
    /// A click: show this link. The token, which may be empty, lets the window come to the front on
    /// Wayland (XDG_ACTIVATION_TOKEN).
    void openLinkWished(const LinkKey &link, const QString &activationToken);
    void openWindowWished(const QString &activationToken);
    void newCodeWished(const LinkKey &link, const QString &activationToken);
    void signInWished(const AccountId &account, const QString &activationToken);
    /// There is no notification service, or it refused: say it elsewhere.
    void fallbackWished(const QString &title, const QString &body);

private slots:
    void actionInvoked(uint id, const QString &action);
    void activationToken(uint id, const QString &token);
    void notificationClosed(uint id, uint reason);

private:
    struct Capabilities {
        bool actions = false;
        bool markup = false;
    };

    void askCapabilities();
    void capabilitiesAnswered(const QStringList &names);
    void send(const LinkNews &news);
    void sent(const LinkNews &news, uint id);
    void refused(const LinkNews &news, const QDBusError &error);
    void forgetService();
    [[nodiscard]] std::optional<LinkKey> linkOf(uint id) const;
    [[nodiscard]] QVariantList argumentsFor(const LinkNews &news) const;

    QDBusConnection m_bus;
    QVariant m_picture;
    QDBusServiceWatcher m_serviceWatcher;
    std::optional<Capabilities> m_capabilities; ///< none: not asked, or not answered yet
    bool m_asking = false;
    QList<LinkNews> m_waiting;                         ///< for the capabilities
    QHash<LinkKey, std::optional<LinkNews>> m_sending; ///< each with what is to replace it
    QHash<LinkKey, uint> m_shown;
    QHash<uint, QString> m_activationTokens;
};
