// SPDX-License-Identifier: MIT
#pragma once

#include "process.h"

#include <QByteArray>
#include <QList>

#include <utility>

/// Lends this process, while it lives, the environment that another program should be started in:
/// no token, and none of the library paths a portable package brought for Fairlead alone, which
/// would keep the person's own programs from starting; and the person's own limits, for Qt leaves
/// no way to set them between fork and exec of a browser.
class ChildEnvironment
{
public:
    explicit ChildEnvironment(const ProcessLimits &persons);
    ChildEnvironment(const ChildEnvironment &) = delete;
    ChildEnvironment &operator=(const ChildEnvironment &) = delete;
    ~ChildEnvironment();

private:
    void replace(const char *name, const QByteArray &value);
    void remove(const char *name);

    ProcessLimits m_limitsBefore;
    QList<std::pair<QByteArray, QByteArray>> m_before; ///< name and value, to put back
};
