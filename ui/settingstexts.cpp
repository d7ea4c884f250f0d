// SPDX-License-Identifier: MIT
#include "settingstexts.h"

#include "session/accountbook.h"
#include "session/settingsfile.h"

QString SettingsTexts::notice(const SettingsFile &file, const AccountBook &accounts)
{
    if (file.isStuck()) {
        //: %1 is the path of a file
        return tr("The file of accounts, %1, could not be read nor set aside, so nothing is saved.")
            .arg(file.path());
    }
    if (!file.setAside().isEmpty()) {
        //: %1 is the path of a file
        return tr("The file of accounts could not be read and was set aside as %1.")
            .arg(file.setAside());
    }
    const auto unreadable = static_cast<int>(accounts.unreadable());
    if (unreadable == 1)
        return tr("One account in %1 could not be read. It is left there as it was.")
            .arg(file.path());
    if (unreadable > 1)
        return tr("%n accounts in %1 could not be read. They are left there as they were.", nullptr,
                  unreadable)
            .arg(file.path());
    return {};
}
