// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QTranslator>

/// A language Fairlead is written in.
struct Language {
    QString code{};
    QString name{}; ///< in that language

    [[nodiscard]] static const QList<Language> &all();
    /// How dates and numbers are written where \a choice is the language; an empty choice, or one
    /// Fairlead does not know, is the system's. A person's own region stays where the language is
    /// theirs: German in Austria. Where Fairlead does not speak the system's language, all of it is
    /// English: no foreign dates and buttons in English sentences, and no mirrored ones.
    [[nodiscard]] static QLocale localeFor(const QString &choice, const QLocale &system);
};

/// The catalogues of words in use, Fairlead's and Qt's.
class Translation
{
public:
    /// Installs them for \a choice, and makes its locale the usual one.
    explicit Translation(const QString &choice);
    ~Translation();
    Q_DISABLE_COPY_MOVE(Translation)

private:
    QTranslator m_ours;
    QTranslator m_qts;
};
