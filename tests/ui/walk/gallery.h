// SPDX-License-Identifier: MIT
#pragma once

#include "ui/walk/exhibit.h"

#include <QFont>
#include <QTranslator>

#include <array>
#include <memory>

/// Every window of Fairlead in every state, and the looks to see them in.
class Gallery
{
public:
    Gallery();

    [[nodiscard]] const QList<ExhibitPlan> &plans() const { return m_plans; }
    [[nodiscard]] const ExhibitPlan *find(const QByteArray &name) const;
    /// Builds, shows and settles it in this look; null where the state was not reached.
    [[nodiscard]] std::unique_ptr<Exhibit> open(const ExhibitPlan &plan, const Look &look);

    /// Into the folder of FAIRLEAD_SHOTS, if that is set.
    static void photograph(QWidget &window, const QByteArray &name, const Look &look);

private:
    void speak(Tongue tongue);

    std::array<std::unique_ptr<QTranslator>, 4> m_tongues; ///< by Tongue
    QTranslator *m_spoken = nullptr;
    QFont m_usual;
    QList<ExhibitPlan> m_plans;
};
