// SPDX-License-Identifier: MIT
#include "desktop/plainname.h"

#include "base/untrustedtext.h"

#include <algorithm>

namespace {

constexpr qsizetype longest = 40;

bool isPlain(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit >= u'A' && unit <= u'Z') || (unit >= u'a' && unit <= u'z')
        || (unit >= u'0' && unit <= u'9') || unit == u' ' || unit == u'.' || unit == u'_'
        || unit == u'-' || unit == u'(' || unit == u')';
}

} // namespace

std::optional<QString> plainName(const UntrustedText &name)
{
    const QString &text = name.plain();
    if (text.isEmpty() || text.size() > longest || !std::all_of(text.begin(), text.end(), isPlain))
        return {};
    return text;
}

std::optional<QString> plainName(const UntrustedText &name, const ProviderId &id)
{
    const std::optional<QString> plain = plainName(name);
    return plain ? plain : plainName(UntrustedText::name(id.toString()));
}
