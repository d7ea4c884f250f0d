// SPDX-License-Identifier: MIT
#include "desktop/windowrule.h"

#include "desktop/daemon.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

bool reconfigureOpenbox()
{
    return outputOf(u"openbox"_s, {u"--reconfigure"_s}).has_value();
}

} // namespace

const QString WindowRule::withoutFocus = u"<focus>no</focus>"_s;
const QString WindowRule::onAnotherWorkspace = u"<desktop>2</desktop>"_s;

WindowRule::WindowRule(const QString &rule)
{
    const QString text
        = u"<openbox_config xmlns=\"http://openbox.org/3.4/rc\"><applications>"
          "<application class=\"fairlead\">%1</application></applications></openbox_config>"_s.arg(
              rule);
    if (path().isEmpty())
        return;
    QDir().mkpath(QFileInfo(path()).path());
    QFile file(path());
    m_holds = file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
    file.close();
    m_holds = m_holds && reconfigureOpenbox();
}

WindowRule::~WindowRule()
{
    if (!m_holds)
        return;
    QFile::remove(path());
    reconfigureOpenbox();
}

/// On a desktop of tests/runner/desktop.sh, and nowhere else.
QString WindowRule::path()
{
    const QString desktop = qEnvironmentVariable("FAIRLEAD_DESKTOP_DIR");
    return desktop.isEmpty() ? QString() : desktop + u"/config/openbox/rc.xml"_s;
}
