// SPDX-License-Identifier: MIT
#include "widgets/qrmatrix.h"

#include <QByteArray>

#include <qrcodegen.hpp>

#include <cstdint>
#include <vector>

namespace {

/// Version 20 at most: 97 modules. Also far below what makes the encoder throw (2331 bytes).
constexpr qsizetype longestText = 600;

} // namespace

std::optional<QrMatrix> QrMatrix::encoding(QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > longestText)
        return {};
    const std::vector<std::uint8_t> data(bytes.cbegin(), bytes.cend());
    const auto code = qrcodegen::QrCode::encodeBinary(data, qrcodegen::QrCode::Ecc::MEDIUM);

    QrMatrix matrix;
    matrix.m_size = code.getSize();
    matrix.m_modules.resize(static_cast<qsizetype>(matrix.m_size) * matrix.m_size);
    for (int row = 0; row < matrix.m_size; ++row) {
        for (int column = 0; column < matrix.m_size; ++column)
            matrix.m_modules.setBit(row * matrix.m_size + column, code.getModule(column, row));
    }
    return matrix;
}

bool QrMatrix::isDark(int column, int row) const
{
    const bool inside = column >= 0 && row >= 0 && column < m_size && row < m_size;
    return inside && m_modules.testBit(row * m_size + column);
}
