// SPDX-License-Identifier: MIT
#include "coder/redaction.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString redacted(QString text)
{
    static const QRegularExpression query(uR"(\?[^\s"]*)"_s);
    static const QRegularExpression field(
        uR"x(("(?:device_code|user_code|client_id|client_secret|access_token|refresh_token|code)"\s*:\s*")[^"]*)x"_s);
    static const QRegularExpression token(uR"(\b[0-9A-Za-z]{10}-[0-9A-Za-z]{22}\b)"_s);
    return text.replace(query, u"?…"_s).replace(field, u"\\1…"_s).replace(token, u"…"_s);
}
