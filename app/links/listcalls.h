// SPDX-License-Identifier: MIT
#pragma once

#include "coder/coderapi.h"

#include <QObject>

#include <memory>
#include <vector>

/// One account's list calls. A list costs Coder a request a link, so whoever asks while one is
/// under way shares it, and everybody hears every answer.
class ListCalls : public QObject
{
    Q_OBJECT

public:
    explicit ListCalls(CoderApi &api, QObject *parent = nullptr);
    ~ListCalls() override;

    /// Joins the call under way or makes one, which ends without an answer once all who have asked
    /// are gone. Tells its number; later calls have greater ones.
    int ask(QObject &asker);
    /// The number of the newest call; 0 before the first.
    [[nodiscard]] int newest() const { return m_newest; }
    /// Something has changed, and who asks from now on wants to know it: nobody joins what is under
    /// way.
    void outdate() { m_open = nullptr; }

signals:
    void answered(int call, const Answer<Listing> &answer);

private:
    class Call;
    void end(const Call *call);

    CoderApi &m_api;
    std::vector<std::unique_ptr<Call>> m_calls; ///< under way
    Call *m_open = nullptr;                     ///< the one to join
    int m_newest = 0;
};
