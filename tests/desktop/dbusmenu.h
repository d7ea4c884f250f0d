// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QVariantMap>

/// One entry of a menu as com.canonical.dbusmenu tells it.
struct MenuEntry {
    int id = 0;
    QVariantMap properties{};
    QList<MenuEntry> children{};

    [[nodiscard]] QString label() const;
    [[nodiscard]] bool isEnabled() const;
    [[nodiscard]] bool isSeparator() const;
    /// The labels below, "-" for a separator.
    [[nodiscard]] QStringList labels() const;
    [[nodiscard]] const MenuEntry *find(const QString &label) const;
};

/// Drives the StatusNotifier item that is registered, and its menu, as a panel would. It asks
/// without blocking, because the item may live in this very process.
class StatusNotifierPanel
{
public:
    /// The items the watcher knows.
    QStringList items();
    QString toolTip();
    /// The pictures the item offers, by their width.
    QList<int> pictureSizes();
    void activate();
    MenuEntry menu();
    void click(const MenuEntry &entry);

private:
    QVariant property(const QString &name);
};
