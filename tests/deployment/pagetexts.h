// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

/// Plain, accessible HTML, for a person with a browser as well as for a script.
namespace simulated::pagetexts {

/// A whole document; \a title is escaped here, \a content is HTML.
[[nodiscard]] QByteArray document(const QString &title, const QString &content);
[[nodiscard]] HttpResponse page(int status, const QString &title, const QString &content);
/// A form of one button; \a fields are sent along.
[[nodiscard]] QString button(const QString &action, const QString &label,
                             const QList<std::pair<QString, QString>> &fields = {});
/// A field that only shows, so that it can be selected, copied and read out.
[[nodiscard]] QString readOnlyField(const QString &id, const QString &label, const QString &value);
[[nodiscard]] QString link(const QString &address, const QString &label);
/// What Coder answers to every path it does not know.
[[nodiscard]] QByteArray dashboard();

} // namespace simulated::pagetexts
