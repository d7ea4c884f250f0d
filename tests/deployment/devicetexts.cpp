// SPDX-License-Identifier: MIT
#include "deployment/devicetexts.h"

#include "deployment/gotexts.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

using Delivery = ProviderAnswer::Delivery;

QString goDuration(std::chrono::seconds duration)
{
    const qint64 minutes = duration.count() / 60;
    const qint64 seconds = duration.count() % 60;
    return minutes > 0 ? u"%1m%2s"_s.arg(minutes).arg(seconds) : u"%1s"_s.arg(seconds);
}

QString nonJsonStartFault(const ProviderAnswer &answer)
{
    if (answer.status == 429) {
        if (!answer.limitEnds)
            return u"rate limit hit, unable to authorize device. please try again later"_s;
        return u"rate limit hit, unable to authorize device.  retry after "_s
            + goDuration(*answer.limitEnds);
    }
    const QString type = QString::fromLatin1(answer.contentType);
    if (type == "application/x-www-form-urlencoded"_L1) {
        return u"status_code=%1, payload response is form-url encoded, expected a json payload"_s
            .arg(answer.status);
    }
    // Coder shadows the inner error, so Go prints its mark for a missing one
    return u"status_code=%1, mediaType=%2: %!w(<nil>)"_s.arg(QString::number(answer.status), type);
}

QString jsonTypeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Null:
    case QJsonValue::String:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

} // namespace

QString startFault(const ProviderAnswer &answer, const QUrl &url)
{
    if (answer.delivery == Delivery::Refused)
        return gotexts::refusedConnection("POST", url);
    if (answer.contentType != "application/json")
        return nonJsonStartFault(answer);
    return QJsonDocument::fromJson(answer.body).object().value("error_description"_L1).toString();
}

QString exchangeFault(const ProviderAnswer &answer, const QUrl &url)
{
    if (answer.delivery == Delivery::Refused)
        return gotexts::refusedConnection("POST", url);
    if (answer.status != 200)
        return gotexts::unexpectedAnswer(url, answer);
    if (const QString fault = gotexts::jsonFault(answer.body); !fault.isEmpty())
        return fault;
    return gotexts::oauthWord(answer.body);
}

QString exchangeBodyFault(const QByteArray &body)
{
    if (const QString fault = gotexts::jsonFault(body); !fault.isEmpty())
        return fault;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QString type = jsonTypeName(document.object().value("device_code"_L1));
    if (type.isEmpty())
        return {};
    return u"json: cannot unmarshal %1 into Go struct field "
           "ExternalAuthDeviceExchange.device_code of type string"_s.arg(type);
}

} // namespace simulated
