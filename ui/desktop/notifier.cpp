// SPDX-License-Identifier: MIT
#include "desktop/notifier.h"

#include "base/logging.h"
#include "desktop/notificationpicture.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

// https://specifications.freedesktop.org/notification-spec/1.2/
const auto serviceName = "org.freedesktop.Notifications"_L1;
const auto servicePath = "/org/freedesktop/Notifications"_L1;

const auto defaultAction = "default"_L1; // a click on the notification itself
const auto showAction = "show"_L1;
const auto newCodeAction = "new-code"_L1;
const auto signInAction = "sign-in"_L1;

/// Longer than a service needs to start, shorter than a person waits for news.
constexpr int answerLimit = 5000;

QDBusMessage call(QLatin1StringView method, const QVariantList &arguments = {})
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(serviceName, servicePath, serviceName, method);
    message.setArguments(arguments);
    return message;
}

QStringList actionsFor(const LinkNews &news)
{
    const QString showLink = LinkNewsTexts::showLink();
    const QString signIn = LinkNewsTexts::signInAgain();
    const QString showWindow = LinkNewsTexts::showWindow();
    if (news.kind == LinkNews::Kind::Notice)
        return {defaultAction, showWindow, showAction, showWindow};
    if (news.kind == LinkNews::Kind::SessionEnds)
        return {defaultAction, signIn, signInAction, signIn};
    if (news.kind == LinkNews::Kind::Expired)
        return {defaultAction, showLink, newCodeAction, LinkNewsTexts::newCode()};
    return {defaultAction, showLink, showAction, showLink};
}

} // namespace

Notifier::Notifier(const QDBusConnection &bus, const QImage &picture, QObject *parent)
    : QObject(parent), m_bus(bus), m_picture(NotificationPicture::of(picture).toVariant()),
      m_serviceWatcher(serviceName, bus)
{
    // Signatures as moc writes them.
    // clang-format off
    m_bus.connect(serviceName, servicePath, serviceName, u"ActionInvoked"_s, this,
                  SLOT(actionInvoked(uint,QString)));
    m_bus.connect(serviceName, servicePath, serviceName, u"ActivationToken"_s, this,
                  SLOT(activationToken(uint,QString)));
    m_bus.connect(serviceName, servicePath, serviceName, u"NotificationClosed"_s, this,
                  SLOT(notificationClosed(uint,uint)));
    // clang-format on
    // Another service counts anew from one: our numbers would be somebody else's.
    connect(&m_serviceWatcher, &QDBusServiceWatcher::serviceUnregistered, this,
            &Notifier::forgetService);
}

Notifier::~Notifier() = default;

void Notifier::tell(const LinkNews &news)
{
    if (!m_bus.isConnected()) { // Qt's answer to a call on no bus never comes
        refused(news, QDBusError(QDBusError::Disconnected, {}));
        return;
    }
    if (m_capabilities) {
        send(news);
        return;
    }
    m_waiting.append(news);
    if (!m_asking)
        askCapabilities();
}

void Notifier::withdraw(const LinkKey &link)
{
    m_waiting.removeIf([&link](const LinkNews &news) { return news.link == link; });
    if (m_sending.contains(link))
        m_sending.insert(link, std::nullopt);
    if (const uint id = m_shown.take(link))
        m_bus.send(call("CloseNotification"_L1, {id}));
}

void Notifier::askCapabilities()
{
    m_asking = true;
    const QDBusPendingCall pending = m_bus.asyncCall(call("GetCapabilities"_L1), answerLimit);
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (!reply.isError()) {
            capabilitiesAnswered(reply.value());
            return;
        }
        const QList<LinkNews> waiting = std::exchange(m_waiting, {});
        for (const LinkNews &news : waiting)
            refused(news, reply.error());
    });
}

void Notifier::capabilitiesAnswered(const QStringList &names)
{
    m_capabilities = Capabilities{.actions = names.contains("actions"_L1),
                                  .markup = names.contains("body-markup"_L1)};
    const QList<LinkNews> waiting = std::exchange(m_waiting, {});
    for (const LinkNews &news : waiting)
        send(news);
}

/// What replaces an older one has to wait for the older one's number.
void Notifier::send(const LinkNews &news)
{
    if (m_sending.contains(news.link)) {
        m_sending.insert(news.link, news);
        return;
    }
    m_sending.insert(news.link, std::nullopt);
    const QDBusPendingCall pending
        = m_bus.asyncCall(call("Notify"_L1, argumentsFor(news)), answerLimit);
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, news] {
        watcher->deleteLater();
        const std::optional<LinkNews> newer = m_sending.take(news.link);
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            refused(news, reply.error());
        else
            sent(news, reply.value());
        if (newer)
            send(*newer);
    });
}

QVariantList Notifier::argumentsFor(const LinkNews &news) const
{
    const Capabilities can = m_capabilities.value_or(Capabilities{});
    const QString body = LinkNewsTexts::body(news);
    const QString appId = QGuiApplication::desktopFileName();
    const uchar normalUrgency = 1; // a byte, as the specification says
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(normalUrgency)},
                            {u"desktop-entry"_s, appId},
                            {u"image-data"_s, m_picture}};
    const int serviceDecides = -1;
    return {QGuiApplication::applicationDisplayName(),
            m_shown.value(news.link, 0U),
            appId,
            LinkNewsTexts::title(news),
            can.markup ? body.toHtmlEscaped() : body,
            can.actions ? actionsFor(news) : QStringList(),
            hints,
            serviceDecides};
}

void Notifier::sent(const LinkNews &news, uint id)
{
    m_shown.insert(news.link, id);
}

void Notifier::refused(const LinkNews &news, const QDBusError &error)
{
    qCDebug(lcUi) << "the notification service answered" << error.name();
    emit fallbackWished(LinkNewsTexts::title(news), LinkNewsTexts::body(news));
}

void Notifier::forgetService()
{
    m_capabilities.reset();
    m_shown.clear();
    m_activationTokens.clear();
}

std::optional<LinkKey> Notifier::linkOf(uint id) const
{
    for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown) {
        if (shown.value() == id)
            return shown.key();
    }
    return {};
}

void Notifier::actionInvoked(uint id, const QString &action)
{
    const std::optional<LinkKey> link = linkOf(id);
    if (!link)
        return;
    const QString token = m_activationTokens.take(id);
    const bool isNotice = *link == LinkKey{};
    const bool isOfAccount = !isNotice && link->provider.isEmpty();
    if (action == signInAction || (action == defaultAction && isOfAccount))
        emit signInWished(link->account, token);
    else if (action == newCodeAction)
        emit newCodeWished(*link, token);
    else if (isNotice)
        emit openWindowWished(token);
    else if (action == defaultAction || action == showAction)
        emit openLinkWished(*link, token);
}

void Notifier::activationToken(uint id, const QString &token)
{
    if (linkOf(id))
        m_activationTokens.insert(id, token);
}

void Notifier::notificationClosed(uint id, uint)
{
    m_activationTokens.remove(id);
    if (const std::optional<LinkKey> link = linkOf(id))
        m_shown.remove(*link);
}
