// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QByteArray>
#include <QWidget>

#include <functional>
#include <memory>

/// What everything is written in: English, German, or the longest and the mirrored one of
/// PseudoTranslator.
enum class Tongue { English, German, Long, Mirrored };

/// How everything is to look from now on.
struct Look {
    Scheme scheme = Scheme::Light;
    Contrast contrast = Contrast::Normal;
    qreal fontScale = 1;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    Tongue tongue = Tongue::English;
    int width = 0; ///< of the window in pixels, where it is to be that narrow

    /// "dark 200 German", for the names of rows and pictures.
    [[nodiscard]] QByteArray name() const;
};

/// A window in one state, with everything that keeps it there.
class Exhibit
{
public:
    Exhibit() = default;
    virtual ~Exhibit();
    Q_DISABLE_COPY_MOVE(Exhibit)

    [[nodiscard]] virtual QWidget &window() = 0;
};

/// A state and the way to it; the way ends in null where the state was not reached.
struct ExhibitPlan {
    QByteArray name{};
    std::function<std::unique_ptr<Exhibit>(const Look &)> build{};
};

[[nodiscard]] QList<ExhibitPlan> mainWindowExhibits();
[[nodiscard]] QList<ExhibitPlan> signInExhibits();
[[nodiscard]] QList<ExhibitPlan> deviceLinkExhibits();
[[nodiscard]] QList<ExhibitPlan> browserLinkExhibits();
[[nodiscard]] QList<ExhibitPlan> unlinkExhibits();
[[nodiscard]] QList<ExhibitPlan> accountExhibits();
/// Small dialogs and menus.
[[nodiscard]] QList<ExhibitPlan> smallExhibits();
