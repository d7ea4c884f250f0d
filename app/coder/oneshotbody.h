// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QIODevice>

#include <cstring>

/// A request body that can be sent only once: Qt repeats a POST by itself when a connection is
/// closed without an answer, and cannot where the body cannot be rewound (measured
/// with Qt 6.4).
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    OneShotBody(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
    {
        open(ReadOnly | Unbuffered);
    }
    ~OneShotBody() override { wipe(m_bytes); }

    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }
    [[nodiscard]] bool atEnd() const override { return m_read >= m_bytes.size(); }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        if (atEnd())
            return -1;
        const qint64 size = qMin(most, m_bytes.size() - m_read);
        std::memcpy(into, m_bytes.constData() + m_read, static_cast<std::size_t>(size));
        m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};
