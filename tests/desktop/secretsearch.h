// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// Looks for a secret in every form in which programs and libraries write text down.
class SecretSearch
{
public:
    struct Form {
        QString name{};
        QList<QByteArray> spellings{}; ///< what one of would be found
        QByteArray planted{};          ///< the secret in this form amid other text
    };

    explicit SecretSearch(const QByteArray &secret);

    [[nodiscard]] const QList<Form> &forms() const { return m_forms; }
    /// The names of the forms in which \a content holds the secret.
    [[nodiscard]] QStringList in(const QByteArray &content) const;
    /// The same of every file below a folder, hidden ones and their names too, as "path: form".
    [[nodiscard]] QStringList below(const QString &folder) const;

private:
    QList<Form> m_forms;
};
