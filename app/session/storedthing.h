// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

/// Something Fairlead keeps in files on this machine, beside the tokens, and the way to be rid of
/// it. Whatever writes a file of its own is one, so that "remove everything" can find it.
class StoredThing
{
public:
    enum class Kind { Accounts, LinkCache, Autostart };

    StoredThing() = default;
    virtual ~StoredThing();
    Q_DISABLE_COPY_MOVE(StoredThing)

    [[nodiscard]] virtual Kind kind() const = 0;
    /// The paths of those that are there now.
    [[nodiscard]] virtual QStringList files() const = 0;
    /// Removes them; nothing of it is written any more in this run. What could not be removed is
    /// still among files().
    virtual void remove() = 0;
};

/// One file that nothing in this run writes by itself.
class StoredFile final : public StoredThing
{
public:
    StoredFile(Kind kind, QString path) : m_kind(kind), m_path(std::move(path)) { }

    [[nodiscard]] Kind kind() const override { return m_kind; }
    [[nodiscard]] QStringList files() const override;
    void remove() override;

private:
    Kind m_kind;
    QString m_path;
};
