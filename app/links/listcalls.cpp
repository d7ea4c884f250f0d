// SPDX-License-Identifier: MIT
#include "links/listcalls.h"

/// Receives the answer; destroying it ends the call. It has no signals.
class ListCalls::Call : public QObject // clazy:exclude=missing-qobject-macro
{
public:
    explicit Call(int callNumber) : number(callNumber) { }

    const int number;
    int askers = 0;
};

ListCalls::ListCalls(CoderApi &api, QObject *parent) : QObject(parent), m_api(api) { }

ListCalls::~ListCalls() = default;

int ListCalls::ask(QObject &asker)
{
    if (!m_open) {
        m_calls.push_back(std::make_unique<Call>(++m_newest));
        m_open = m_calls.back().get();
        m_api.list(*m_open, [this, call = m_open](const Answer<Listing> &answer) {
            const int number = call->number;
            end(call);
            emit answered(number, answer);
        });
    }
    ++m_open->askers;
    connect(&asker, &QObject::destroyed, m_open, [this, call = m_open] {
        if (--call->askers == 0)
            end(call);
    });
    return m_open->number;
}

void ListCalls::end(const Call *call)
{
    if (m_open == call)
        m_open = nullptr;
    std::erase_if(m_calls, [call](const auto &other) { return other.get() == call; });
}
