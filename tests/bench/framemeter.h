// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

/// Measures frames: one thing that happens, with all work and painting that follow from it. The
/// processor's time of this thread counts, so that what else the machine does does not.
class FrameMeter : public QObject
{
    Q_OBJECT

public:
    struct Frames {
        QString what{};
        std::vector<double> milliseconds{};
        int paintings = 0; ///< widgets that were painted again

        [[nodiscard]] double longest() const;
        [[nodiscard]] double percentile(double share) const;
        [[nodiscard]] double mean() const;
        /// The same frames measured several times: of each the one in the middle, so that no frame
        /// is blamed for what else the machine did.
        static Frames median(const QList<Frames> &measured);
    };

    FrameMeter();
    /// \a happening is called with 0 … \a times - 1, each a frame of its own.
    Frames measure(const QString &what, int times, const std::function<void(int)> &happening);
    /// Whatever is still to be painted is painted.
    static void settle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_paintings = 0;
};
