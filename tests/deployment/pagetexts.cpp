// SPDX-License-Identifier: MIT
#include "deployment/pagetexts.h"

using namespace Qt::StringLiterals;

namespace simulated::pagetexts {

QByteArray document(const QString &title, const QString &content)
{
    return u"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
           "<meta name=\"viewport\" content=\"width=device-width\"><title>%1</title></head>\n"
           "<body>\n<main>\n<h1>%1</h1>\n%2\n</main>\n</body>\n</html>\n"_s
               .arg(title.toHtmlEscaped(), content)
               .toUtf8();
}

HttpResponse page(int status, const QString &title, const QString &content)
{
    return {.status = status,
            .headers = {{"Content-Type"_ba, "text/html; charset=utf-8"_ba}},
            .body = document(title, content)};
}

QString button(const QString &action, const QString &label,
               const QList<std::pair<QString, QString>> &fields)
{
    QString hidden;
    for (const auto &[name, value] : fields) {
        hidden += u"<input type=\"hidden\" name=\"%1\" value=\"%2\">"_s.arg(name.toHtmlEscaped(),
                                                                            value.toHtmlEscaped());
    }
    return u"<form method=\"post\" action=\"%1\">%2<button type=\"submit\">%3</button></form>\n"_s
        .arg(action.toHtmlEscaped(), hidden, label.toHtmlEscaped());
}

QString readOnlyField(const QString &id, const QString &label, const QString &value)
{
    return u"<p><label for=\"%1\">%2</label> <input id=\"%1\" size=\"40\" readonly value=\"%3\"></p>\n"_s
        .arg(id, label.toHtmlEscaped(), value.toHtmlEscaped());
}

QString link(const QString &address, const QString &label)
{
    return u"<a href=\"%1\">%2</a>"_s.arg(address.toHtmlEscaped(), label.toHtmlEscaped());
}

QByteArray dashboard()
{
    return document(u"Coder"_s, u"<p>This is where Coder would show its dashboard.</p>"_s);
}

} // namespace simulated::pagetexts
