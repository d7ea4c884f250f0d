// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// While it lives, openbox treats the next windows of Fairlead by a rule of its own, and has no
/// keys.
class WindowRule
{
public:
    /// Not activated, as where the person types elsewhere meanwhile.
    static const QString withoutFocus;
    /// On a workspace nobody looks at, where a window paints nothing.
    static const QString onAnotherWorkspace;

    /// \a rule as openbox's configuration has it (http://openbox.org/help/Applications).
    explicit WindowRule(const QString &rule);
    ~WindowRule();
    Q_DISABLE_COPY_MOVE(WindowRule)

    [[nodiscard]] bool holds() const { return m_holds; }

private:
    [[nodiscard]] static QString path();

    bool m_holds = false;
};
