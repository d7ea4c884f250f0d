// SPDX-License-Identifier: MIT
#pragma once

#include "ui/walk/gallery.h"

#include <QObject>

/// Walks every window in every state and looks at everything a person sees or reaches in it. One
/// program does so at the usual scale of the screen, another at twice that.
class Walk : public QObject
{
    Q_OBJECT

public:
    /// A screen of 3840 × 2160 device pixels at \a scale; the whole of main().
    static int run(int argc, char *argv[], int scale);

private slots:
    void textsHaveTheirRoomAndStandOut_data();
    void textsHaveTheirRoomAndStandOut();
    void controlsAreNamedReachedAndSeen_data();
    void controlsAreNamedReachedAndSeen();
    void windowsComeToRest_data();
    void windowsComeToRest();

private:
    void addRows(QList<Look> looks) const;
    [[nodiscard]] std::unique_ptr<Exhibit> open();

    Gallery m_gallery;
};
