// SPDX-License-Identifier: MIT
#include "language.h"

#include <QApplication>
#include <QLibraryInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

const QList<Language> &Language::all()
{
    static const QList<Language> languages{{.code = u"en"_s, .name = u"English"_s},
                                           {.code = u"de"_s, .name = u"Deutsch"_s}};
    return languages;
}

QLocale Language::localeFor(const QString &choice, const QLocale &system)
{
    const auto spoken = [](QLocale::Language asked) {
        return std::any_of(all().cbegin(), all().cend(), [&](const Language &language) {
            return QLocale(language.code).language() == asked;
        });
    };
    const QLocale chosen(choice);
    const bool known = !choice.isEmpty() && spoken(chosen.language());
    if (known && chosen.language() != system.language())
        return chosen;
    if (spoken(system.language()) || system.language() == QLocale::C)
        return system;
    return {QLocale::English, system.territory()};
}

Translation::Translation(const QString &choice)
{
    const QLocale system = QLocale::system();
    const QLocale locale = Language::localeFor(choice, system);
    if (locale != system)
        QLocale::setDefault(locale);
    // The words of the system may be in another language than its dates.
    const bool found = choice.isEmpty() ? m_ours.load(locale, u"fairlead"_s, u"_"_s, u":/i18n"_s)
                                        : m_ours.load(u":/i18n/fairlead_%1.qm"_s.arg(choice));
    if (found || m_ours.load(u":/i18n/fairlead_en.qm"_s)) // plural forms
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

Translation::~Translation() = default;
