// SPDX-License-Identifier: MIT
#pragma once

#include <QBitArray>
#include <QStringView>

#include <optional>

/// The dark and light modules of a QR code (ISO/IEC 18004) with medium error correction. It is only
/// arithmetic: where and how large it is drawn is QrView's matter.
class QrMatrix
{
public:
    /// None where the text is empty, or too long to be read off a screen by a telephone.
    static std::optional<QrMatrix> encoding(QStringView text);

    /// Modules along one side, without the quiet zone.
    int size() const { return m_size; }
    bool isDark(int column, int row) const;

    /// Light modules that ISO/IEC 18004 6.3.8 asks for on every side.
    static constexpr int quietZone = 4;

private:
    QrMatrix() = default;

    int m_size = 0;
    QBitArray m_modules{};
};
