// SPDX-License-Identifier: MIT
#pragma once

#include "coder/webaddress.h"
#include "dialogs/dialogtools.h"
#include "links/gitlink.h"

#include <QObject>

class Preferences;
class QWidget;

/// Opens pages of the providers, each in the browser the person has chosen for that provider. The
/// host last accepted is remembered, another one asks first.
class ProviderPages : public QObject
{
    Q_OBJECT

public:
    ProviderPages(Preferences &preferences, const DialogTools &tools, QObject *parent = nullptr);

    /// Asks beside \a window, where it has to.
    void open(const WebAddress &page, const LinkKey &key, QWidget *window);

signals:
    /// No browser could be started.
    void notOpened(const WebAddress &page);

private:
    void openAccepted(const WebAddress &page, const LinkKey &key);

    Preferences &m_preferences;
    DialogTools m_tools;
};
