// SPDX-License-Identifier: MIT
#include "coder/networkmanager.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QThread>

namespace {

/// The second lock on cookies, beside the request attributes.
class RefusingCookieJar final // clazy:exclude=missing-qobject-macro (it has no signals)
    : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

void disposeElsewhere(QNetworkAccessManager *manager)
{
    auto *thread = new QThread;
    thread->setObjectName(QStringLiteral("stuck connection"));
    manager->moveToThread(thread);
    QObject::connect(thread, &QThread::started, manager, &QObject::deleteLater);
    QObject::connect(manager, &QObject::destroyed, thread, &QThread::quit);
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace

NetworkManager::NetworkManager(bool direct) : m_qt(std::make_unique<QNetworkAccessManager>())
{
    m_qt->setCookieJar(new RefusingCookieJar(m_qt.get()));
    m_qt->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (direct)
        m_qt->setProxy(QNetworkProxy::NoProxy);
}

NetworkManager::~NetworkManager()
{
    if (m_stuck)
        disposeElsewhere(m_qt.release());
}
