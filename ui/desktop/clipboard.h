// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

class QClipboard;

/// Puts text on the clipboard, never on the primary selection. Codes are marked for clipboard
/// managers not to remember, and taken off again when their time is over, if they are still
/// there.
class Clipboard : public QObject
{
    Q_OBJECT

public:
    explicit Clipboard(QClipboard &clipboard, QObject *parent = nullptr);
    ~Clipboard() override;

    /// False where the system did not take it.
    [[nodiscard]] bool copy(const QString &text);
    [[nodiscard]] bool copyCode(const QString &code);
    /// Clears the clipboard if it still holds the code last copied.
    void forgetCode();

private:
    [[nodiscard]] bool holds(const QString &text) const;

    QClipboard &m_clipboard;
    QString m_code;
};
