// SPDX-License-Identifier: MIT
#include "desktop/person.h"

#include "desktop/daemon.h"
#include "desktop/screenwindow.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QStringList fields{u"text"_s, u"password text"_s, u"entry"_s};

} // namespace

bool Person::waitFor(const QString &what, const std::function<bool()> &look, int patience)
{
    if (QTest::qWaitFor(look, patience))
        return true;
    qWarning().noquote() << what << "did not come. What shows:\n"
                         << m_app.description() << "\nWhat was logged:\n"
                         << m_fairlead.log().right(20000);
    return false;
}

bool Person::start(const QStringList &arguments)
{
    if (!m_fairlead.start(arguments))
        return false;
    m_app.setProcess(m_fairlead.id());
    return seesWindow(u"Fairlead"_s);
}

bool Person::startAs(const Person &other)
{
    const QString ours = m_fairlead.accountsFile();
    QDir().mkpath(QFileInfo(ours).path());
    return QFile::copy(other.m_fairlead.accountsFile(), ours) && start();
}

bool Person::fillIn(const simulated::Deployment &deployment, const QString &token)
{
    const auto dialog = u"Add account"_s;
    return seesWindow(dialog) && type(u"Address"_s, deployment.url().toString(), dialog)
        && press(u"Check"_s, dialog) && reads(u"This is Coder"_s) && type(u"Token"_s, token, dialog)
        && reads(u"ada on 127.0.0.1"_s);
}

bool Person::enterToken(const QString &token)
{
    return press(u"Add account"_s) && fillIn(m_deployment, token);
}

bool Person::signIn(const QString &token)
{
    const auto dialog = u"Add account"_s;
    return enterToken(token) && press(dialog, dialog) && losesWindow(dialog)
        && waitFor(u"The list of links"_s, [this] { return !m_app.rows().isEmpty(); });
}

bool Person::signInTo(const simulated::Deployment &other, const QString &token)
{
    const auto dialog = u"Add account"_s;
    return chooseInMenu(dialog) && fillIn(other, token) && press(dialog, dialog)
        && losesWindow(dialog);
}

bool Person::quit()
{
    if (!chooseInMenu(u"Quit"_s)
        || !waitFor(u"The end"_s, [this] { return !m_fairlead.isRunning(); }))
        return false;
    const std::optional<int> code = m_fairlead.exitCode();
    if (code != 0)
        qWarning().noquote() << "Fairlead ended with"
                             << (code ? QString::number(*code) : u"a crash"_s) << "and logged:\n"
                             << m_fairlead.log().right(20000);
    return code == 0;
}

bool Person::seesWindow(const QString &title)
{
    return waitFor(u"The window "_s + title, [&] { return m_app.window(title).isThere(); });
}

bool Person::losesWindow(const QString &title)
{
    return waitFor(u"The end of the window "_s + title,
                   [&] { return !m_app.window(title).isThere(); });
}

bool Person::reads(const QString &part, int patience)
{
    const auto isThere = [&] { return m_app.labels().join(u'\n').contains(part); };
    return waitFor(u"The text \"%1\""_s.arg(part), isThere, patience);
}

bool Person::press(const QString &button, const QString &window)
{
    return waitFor(u"The button "_s + button, [&] {
        const AccessibleNode node
            = AccessibleApp::find(m_app.window(window), {u"push button"_s, u"button"_s}, button);
        return node.isThere() && node.isEnabled() && node.press();
    });
}

bool Person::choose(const QString &radioButton, const QString &window)
{
    return waitFor(u"The choice "_s + radioButton, [&] {
        const AccessibleNode node
            = AccessibleApp::find(m_app.window(window), {u"radio button"_s}, radioButton);
        return node.isThere() && node.isEnabled() && node.press();
    });
}

bool Person::toggle(const QString &checkBox, const QString &window)
{
    return waitFor(u"The check box "_s + checkBox, [&] {
        const AccessibleNode node
            = AccessibleApp::find(m_app.window(window), {u"check box"_s}, checkBox);
        return node.isThere() && node.isEnabled() && node.press();
    });
}

bool Person::type(const QString &field, const QString &text, const QString &window)
{
    return waitFor(u"The field "_s + field, [&] {
        const AccessibleNode node = AccessibleApp::find(m_app.window(window), fields, field);
        return node.isThere() && node.isEnabled() && node.setText(text);
    });
}

QString Person::textIn(const QString &field, const QString &window)
{
    QString text;
    waitFor(u"A text in the field "_s + field, [&] {
        text = AccessibleApp::find(m_app.window(window), fields, field).text();
        return !text.isEmpty();
    });
    return text;
}

bool Person::chooseInMenu(const QString &entry)
{
    return waitFor(u"The menu entry "_s + entry, [&] {
        const AccessibleNode node = m_app.menuEntry(entry);
        return node.isThere() && node.press();
    });
}

QString Person::rowOn(const simulated::Deployment &deployment, const QString &provider,
                      const QString &health)
{
    return u"%1, ada on %2, %3"_s.arg(provider, deployment.url().authority(), health);
}

bool Person::seesRow(const QString &name)
{
    return waitFor(u"The row "_s + name, [&] {
        const QList<AccessibleNode> rows = m_app.rows();
        return std::any_of(rows.cbegin(), rows.cend(),
                           [&](const AccessibleNode &row) { return row.name() == name; });
    });
}

bool Person::isSelected(const QString &rowName) const
{
    const QList<AccessibleNode> rows = m_app.rows();
    return std::any_of(rows.cbegin(), rows.cend(), [&](const AccessibleNode &row) {
        return row.name() == rowName && row.isSelected();
    });
}

bool Person::select(const QString &rowName)
{
    if (!seesRow(rowName))
        return false;
    const QList<AccessibleNode> rows = m_app.rows();
    for (const AccessibleNode &row : rows) {
        // Pressing a row that is selected already would take the selection away.
        if (row.name() == rowName && !row.isSelected() && !row.press())
            return false;
    }
    return waitFor(u"The selection"_s, [&] { return isSelected(rowName); });
}

QString Person::beginLink(const QString &provider, const QString &health)
{
    const auto dialog = u"Link by device code"_s;
    if (!select(row(provider, health)) || !press(u"Link"_s) || !seesWindow(dialog))
        return {};
    return textIn(u"Code"_s, dialog);
}

bool Person::sendLinkToBackground(const QString &dialog)
{
    return press(u"Continue in background"_s, dialog) && losesWindow(dialog);
}

QString Person::mainWindow()
{
    return visibleWindow(u"--name"_s, u"^Fairlead"_s);
}

/// By the key of the window manager. On a busy machine that is lost now and then, though the window
/// has the focus (once in 20 times): then a person presses it once more.
bool Person::closeMainWindow()
{
    const auto press = [] {
        return outputOf(u"xdotool"_s, {u"key"_s, u"--clearmodifiers"_s, u"alt+F4"_s}).has_value();
    };
    const auto isFocused = [] { return hasFocus(mainWindow()); };
    const bool isReady = seesMainWindow()
        && (isFocused() || outputOf(u"xdotool"_s, {u"windowactivate"_s, u"--sync"_s, mainWindow()}))
        && waitFor(u"The focus on the main window"_s, isFocused);
    if (!isReady || !press())
        return false;
    if (QTest::qWaitFor([&] { return !isFocused(); }, 5000))
        return true;
    qWarning("The window manager has taken no notice of its key");
    return press();
}

bool Person::seesMainWindow()
{
    return waitFor(u"The main window"_s, [] { return !mainWindow().isEmpty(); });
}

bool Person::stretchesMainWindow()
{
    return seesMainWindow()
        && outputOf(u"xdotool"_s, {u"windowsize"_s, mainWindow(), u"80%"_s, u"90%"_s});
}

bool Person::losesMainWindow()
{
    return waitFor(u"The end of the main window"_s, [] { return mainWindow().isEmpty(); });
}
