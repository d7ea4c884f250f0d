// SPDX-License-Identifier: MIT
#include "dialogs/settingsdialog.h"

#include "language.h"
#include "measures.h"
#include "session/preferences.h"
#include "widgets/plainlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(Preferences &preferences, QWidget *parent)
    : PlainDialog(parent), m_preferences(preferences)
{
    const Measures measures;
    setWindowTitle(tr("Settings"));
    content().addWidget(new PlainLabel(tr("Settings"), PlainLabel::Kind::Title, this));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(measures.units(4));
    grid->setVerticalSpacing(measures.units(3));
    grid->setColumnStretch(1, 1);
    addAppearance(*grid);
    addLanguage(*grid);
    addTray(*grid);
    content().addLayout(grid);
    content().addStretch();
    QPushButton *close = footer().addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"close"_s);
    close->setDefault(true);
    connect(&footer(), &QDialogButtonBox::rejected, this, &QDialog::reject);
    setWidthInLines(26);
    fitHeight();
    m_appearance->setFocus();
}

QComboBox *SettingsDialog::addChoice(QGridLayout &grid, const QString &label, const QString &name)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setAccessibleName(label);
    choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *words = new PlainLabel(label, PlainLabel::Kind::Secondary, this);
    words->setMinimumHeight(Measures().controlHeight()); // beside the choice, whatever is below it
    words->setAlignment(words->alignment() | Qt::AlignVCenter);
    // To a screen reader on Linux the name of a choice is what is chosen; what for, its label
    // tells.
    static_cast<QLabel *>(words)->setBuddy(choice);
    auto *cell = new QVBoxLayout;
    cell->setSpacing(Measures().units(1));
    cell->addWidget(choice);
    const int row = grid.rowCount();
    grid.addWidget(words, row, 0, Qt::AlignTop);
    grid.addLayout(cell, row, 1);
    return choice;
}

void SettingsDialog::addAppearance(QGridLayout &grid)
{
    m_appearance = addChoice(grid, tr("Appearance"), u"appearance"_s);
    // In the order of the enum.
    //: As light or dark as the desktop
    m_appearance->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_appearance->setCurrentIndex(static_cast<int>(m_preferences.appearance()));
    connect(m_appearance, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_preferences.setAppearance(static_cast<Appearance>(index));
        emit appearanceChosen();
    });
}

void SettingsDialog::addLanguage(QGridLayout &grid)
{
    m_language = addChoice(grid, tr("Language"), u"language"_s);
    //: The language of the desktop
    m_language->addItem(tr("As the system"), QString());
    for (const Language &language : Language::all())
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_preferences.language())));
    auto *later = new PlainLabel(tr("Another language shows when Fairlead is started again."),
                                 PlainLabel::Kind::Secondary, this);
    grid.itemAtPosition(grid.rowCount() - 1, 1)->layout()->addWidget(later);
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this] { m_preferences.setLanguage(m_language->currentData().toString()); });
}

void SettingsDialog::addTray(QGridLayout &grid)
{
    m_trayIcon = addChoice(grid, tr("Tray icon"), u"trayIcon"_s);
    // In the order of the enum.
    m_trayIcon->addItems(
        {tr("Coloured"), tr("Light, for dark panels"), tr("Dark, for light panels")});
    m_trayIcon->setCurrentIndex(static_cast<int>(m_preferences.trayIconStyle()));
    connect(m_trayIcon, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_preferences.setTrayIconStyle(static_cast<TrayIconStyle>(index));
        emit trayIconStyleChosen();
    });

    m_keepsRunning = new QCheckBox(tr("Keep running when the window is closed"), this);
    m_keepsRunning->setObjectName(u"keepsRunning"_s);
    m_keepsRunning->setChecked(m_preferences.keepsRunningInTray());
    auto *where = new PlainLabel(tr("Fairlead goes on in the tray, where there is one."),
                                 PlainLabel::Kind::Secondary, this);
    where->setIndent(style()->pixelMetric(QStyle::PM_IndicatorWidth)
                     + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
    auto *running = new QVBoxLayout;
    running->setSpacing(Measures().units(1));
    running->addWidget(m_keepsRunning);
    running->addWidget(where);
    grid.addLayout(running, grid.rowCount(), 0, 1, 2);
    // Not clicked(): that is silent where a screen reader toggles the box.
    connect(m_keepsRunning, &QCheckBox::toggled, this,
            [this](bool keeps) { m_preferences.setKeepsRunningInTray(keeps); });
}
