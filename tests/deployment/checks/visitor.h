// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/deployment.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace simulated {

/// Somebody with a token, a browser and the control surface, who visits a deployment from outside.
class Visitor
{
public:
    explicit Visitor(Deployment &deployment);

    [[nodiscard]] const QByteArray &token() const { return m_token; }
    void useToken(const QByteArray &token) { m_token = token; }

    [[nodiscard]] HttpResponse get(const QByteArray &path) const;
    /// Sends a form as a browser does, without the token.
    [[nodiscard]] HttpResponse post(const QUrl &url, const QUrlQuery &form) const;
    [[nodiscard]] QString page(const QUrl &url, const QUrlQuery &form) const;
    /// Empty where the answer's status and its word do not agree.
    [[nodiscard]] QJsonObject control(const QString &what, const QUrlQuery &form = {}) const;
    [[nodiscard]] bool canControl(const QString &what, const QUrlQuery &form = {}) const;
    /// A device code of `github`, by way of Coder.
    [[nodiscard]] DeviceGrant startDevice() const;
    [[nodiscard]] HttpResponse exchange(const QString &deviceCode) const;

private:
    Deployment &m_deployment;
    QByteArray m_token;
};

} // namespace simulated
