// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/deployment.h"
#include "links/accountservices.h"
#include "links/linkbook.h"
#include "session/accountbook.h"
#include "session/preferences.h"
#include "session/settingsfile.h"
#include "support/dialogstage.h"
#include "support/scriptedtokenstore.h"

#include <QTemporaryDir>

/// A simulated deployment, ada's account on it, and everything that serves the account, for what
/// makes dialogs from a wish.
class AccountStage
{
public:
    AccountStage();
    /// What was given up goes before the clock it was made with.
    ~AccountStage();
    Q_DISABLE_COPY_MOVE(AccountStage)

    /// Signed in, and the links are known.
    [[nodiscard]] bool signIn();
    [[nodiscard]] LinkKey key(const QString &provider) const
    {
        return {.account = m_account, .provider = ProviderId(provider)};
    }
    [[nodiscard]] qsizetype count(const QByteArray &method, const QByteArray &pathAfterApi) const;

    DialogStage stage;
    simulated::Deployment deployment;
    QTemporaryDir folder;
    ScriptedTokenStore keychain;
    SettingsFile file{folder.filePath(QStringLiteral("fairlead/settings.json"))};
    Preferences preferences{file};
    LinkBook links{stage.clock};
    AccountBook accounts{file};
    AccountServices services{accounts, keychain, links, stage.clock};

private:
    AccountId m_account;
};
