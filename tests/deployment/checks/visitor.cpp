// SPDX-License-Identifier: MIT
#include "deployment/checks/visitor.h"

#include "deployment/checks/rawclient.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {
constexpr auto devicePath = "/api/v2/external-auth/github/device";
}

Visitor::Visitor(Deployment &deployment)
    : m_deployment(deployment), m_token(deployment.mintToken().toLatin1())
{ }

HttpResponse Visitor::get(const QByteArray &path) const
{
    return RawClient::ask(
        m_deployment.url(),
        {.method = "GET"_ba, .path = path, .headers = {{"Coder-Session-Token"_ba, m_token}}});
}

HttpResponse Visitor::post(const QUrl &url, const QUrlQuery &form) const
{
    return RawClient::ask(url,
                          {.method = "POST"_ba,
                           .path = url.path().toLatin1(),
                           .headers = {{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}},
                           .body = form.toString(QUrl::FullyEncoded).toLatin1()});
}

QString Visitor::page(const QUrl &url, const QUrlQuery &form) const
{
    return QString::fromUtf8(post(url, form).body);
}

QJsonObject Visitor::control(const QString &what, const QUrlQuery &form) const
{
    const QUrl url(m_deployment.providerUrl().toString() + u"/control/"_s + what);
    const HttpResponse answer = post(url, form);
    const QJsonObject result = QJsonDocument::fromJson(answer.body).object();
    const bool isConsistent = result.value("ok"_L1).toBool() == (answer.status == 200);
    return isConsistent ? result : QJsonObject();
}

bool Visitor::canControl(const QString &what, const QUrlQuery &form) const
{
    return control(what, form).value("ok"_L1).toBool();
}

DeviceGrant Visitor::startDevice() const
{
    const QJsonObject code = QJsonDocument::fromJson(get(devicePath).body).object();
    return {.deviceCode = code.value("device_code"_L1).toString(),
            .userCode = code.value("user_code"_L1).toString()};
}

HttpResponse Visitor::exchange(const QString &deviceCode) const
{
    return RawClient::ask(m_deployment.url(),
                          {.method = "POST"_ba,
                           .path = devicePath,
                           .headers = {{"Coder-Session-Token"_ba, m_token}},
                           .body = R"({"device_code":")" + deviceCode.toLatin1() + R"("})"});
}

} // namespace simulated
