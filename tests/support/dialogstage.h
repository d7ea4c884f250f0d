// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/browser.h"
#include "desktop/clipboard.h"
#include "dialogs/dialogtools.h"
#include "dialogs/linksubject.h"
#include "pictures/icons.h"
#include "support/fakeclock.h"
#include "theme.h"

#include <QLineEdit>
#include <QPushButton>

/// Notes what would have been opened; says there is no browser where told so.
class NotedBrowser final : public Browser
{
public:
    bool works = true;
    QStringList opened{};
    QString openedIn{}; ///< the id of the browser of the last one
    QList<InstalledBrowser> browsers{};

    using Browser::open;
    bool open(const WebAddress &address, const QString &id) override;
    [[nodiscard]] QList<InstalledBrowser> installed() const override { return browsers; }
};

/// What dialogs work with, in the hands of a test.
class DialogStage
{
public:
    DialogStage();

    FakeClock clock;
    Clipboard clipboard;
    NotedBrowser browser;
    Theme theme;
    Icons icons;

    [[nodiscard]] DialogTools tools() { return {clock, clipboard, browser, theme, icons}; }
    /// A link of ada's on coder.example.com.
    [[nodiscard]] static LinkSubject subject(const QString &provider = QStringLiteral("GitHub"));
};

/// The widget of that object name below \a root; a test fails on null.
template <typename W>
W *named(const QWidget &root, const char *name)
{
    return root.findChild<W *>(QString::fromLatin1(name));
}

inline QPushButton *buttonOf(const QWidget &root, const char *name)
{
    return named<QPushButton>(root, name);
}

/// The texts of all labels a person sees in \a root, one a line.
QString wordsIn(const QWidget &root);

/// Everything that shows less than it says: labels with too little room, by their text.
QStringList clippedIn(const QWidget &root);
