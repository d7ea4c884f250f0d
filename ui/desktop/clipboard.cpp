// SPDX-License-Identifier: MIT
#include "desktop/clipboard.h"

#include "desktop/x11selection.h"

#include <QClipboard>
#include <QMimeData>

using namespace Qt::StringLiterals;

Clipboard::Clipboard(QClipboard &clipboard, QObject *parent)
    : QObject(parent), m_clipboard(clipboard)
{ }

Clipboard::~Clipboard()
{
    forgetCode();
}

bool Clipboard::copy(const QString &text)
{
    m_code.clear();
    m_clipboard.setText(text, QClipboard::Clipboard);
    return holds(text);
}

bool Clipboard::copyCode(const QString &code)
{
    auto *data = new QMimeData;
    data->setText(code);
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // Klipper and others look for it
    m_clipboard.setMimeData(data, QClipboard::Clipboard);
    m_code = code;
    return holds(code);
}

/// What is ours is read back without asking anybody.
bool Clipboard::holds(const QString &text) const
{
    const std::optional<bool> owns = ownsX11Clipboard();
    return owns ? *owns : m_clipboard.text(QClipboard::Clipboard) == text;
}

void Clipboard::forgetCode()
{
    if (m_code.isEmpty())
        return;
    // What another program has put there is not ours to look at, and asking for it may take long.
    if (m_clipboard.ownsClipboard() && m_clipboard.text(QClipboard::Clipboard) == m_code)
        m_clipboard.clear(QClipboard::Clipboard);
    m_code.clear();
}
