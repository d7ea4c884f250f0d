// SPDX-License-Identifier: MIT
#pragma once

#include "coder/types.h"

#include <QWidget>

#include <array>
#include <optional>

class FlowLayout;
class Icons;
class PlainLabel;
class ShapeView;
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
    enum Which { Device, Renewal, Verification, Revocation, Pkce };
    struct Ability {
        ShapeView *shape = nullptr;
        PlainLabel *label = nullptr;
    };

    static Ability addAbility(const Theme &theme, const Icons &icons, FlowLayout &flow);
    void tell(Which which, std::optional<bool> can, const QString &yes, const QString &no,
              const QString &untold);

    std::array<Ability, Pkce + 1> m_abilities{};
    std::optional<Provider> m_shown;
};
