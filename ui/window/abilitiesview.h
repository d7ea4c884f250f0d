// SPDX-License-Identifier: MIT
#pragma once

#include "coder/types.h"

#include <QWidget>

#include <optional>

class FlowLayout;
class Icons;
class Theme;

/// "What this provider can do": each ability with a check, or with a dash and a No; what an old
/// server does not tell is said as such.
class AbilitiesView : public QWidget
{
    Q_OBJECT

public:
    AbilitiesView(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void show(const Provider &provider);
    using QWidget::show;

private:
    void addAbility(std::optional<bool> can, const QString &yes, const QString &no,
                    const QString &untold);

    const Theme &m_theme;
    const Icons &m_icons;
    QWidget *m_list;
    FlowLayout *m_flow;
    std::optional<Provider> m_shown;
};
