// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/plaindialog.h"

class Preferences;
class QCheckBox;
class QComboBox;
class QGridLayout;

/// What a person may choose about how Fairlead looks and behaves. Every choice counts at once, but
/// for the language, which comes with the next start.
class SettingsDialog : public PlainDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Preferences &preferences, QWidget *parent = nullptr);

signals:
    void appearanceChosen();
    void trayIconStyleChosen();

private:
    QComboBox *addChoice(QGridLayout &grid, const QString &label, const QString &name);
    void addAppearance(QGridLayout &grid);
    void addLanguage(QGridLayout &grid);
    void addTray(QGridLayout &grid);

    Preferences &m_preferences;
    QComboBox *m_appearance = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_trayIcon = nullptr;
    QCheckBox *m_keepsRunning = nullptr;
};
