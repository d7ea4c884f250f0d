// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/plaindialog.h"

class Icons;

/// What this is, which version, and on whose work under which licences it stands.
class AboutDialog : public PlainDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const Icons &icons, QWidget *parent = nullptr);

private:
    void addHeading(const Icons &icons);
    void addLicences();
};
