// SPDX-License-Identifier: MIT
#include "desktop/childenvironment.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// Lists of folders that an AppImage prepends its own ones to.
constexpr std::array pathLists{
    "LD_LIBRARY_PATH", "LD_PRELOAD",       "PATH",
    "QT_PLUGIN_PATH",  "QML2_IMPORT_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH",
    "XDG_DATA_DIRS",   "GIO_MODULE_DIR",   "GSETTINGS_SCHEMA_DIR",
    "GST_PLUGIN_PATH", "GTK_PATH",
};

constexpr std::array secrets{"CODER_SESSION_TOKEN", "CODER_AGENT_TOKEN"};

/// The entries of \a list that do not lie in \a folder.
QByteArray without(const QByteArray &folder, const QByteArray &list)
{
    QByteArrayList entries = list.split(':');
    entries.removeIf([&folder](const QByteArray &entry) {
        return entry == folder || entry.startsWith(folder + '/');
    });
    return entries.join(':');
}

} // namespace

ChildEnvironment::ChildEnvironment(const ProcessLimits &persons) : m_limitsBefore(persons.apply())
{
    for (const char *name : secrets)
        remove(name);

    const QByteArray package = qgetenv("APPDIR"); // set by the runtime of an AppImage
    if (package.isEmpty())
        return;
    for (const char *name : pathLists) {
        const QByteArray before = qgetenv(name);
        const QByteArray after = without(package, before);
        if (after.isEmpty())
            remove(name);
        else if (after != before)
            replace(name, after);
    }
}

ChildEnvironment::~ChildEnvironment()
{
    m_limitsBefore.apply();
    for (const auto &[name, value] : std::as_const(m_before))
        qputenv(name.constData(), value);
}

void ChildEnvironment::replace(const char *name, const QByteArray &value)
{
    m_before.append({name, qgetenv(name)});
    qputenv(name, value);
}

void ChildEnvironment::remove(const char *name)
{
    if (!qEnvironmentVariableIsSet(name))
        return;
    m_before.append({name, qgetenv(name)});
    qunsetenv(name);
}
