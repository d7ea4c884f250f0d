// SPDX-License-Identifier: MIT
#include "deployment/random.h"

#include <QRandomGenerator>

namespace simulated {

QString randomText(int length, QLatin1StringView alphabet)
{
    QString text;
    text.reserve(length);
    for (int i = 0; i < length; ++i) {
        const auto place = QRandomGenerator::system()->bounded(int(alphabet.size()));
        text += alphabet.at(place);
    }
    return text;
}

} // namespace simulated
