// SPDX-License-Identifier: MIT
#pragma once

#include <QTranslator>

/// A language nobody speaks, made of the English words: what does not go through tr() stays
/// English, and what has no room for a longer language shows it.
class PseudoTranslator : public QTranslator
{
    Q_OBJECT

public:
    enum class Kind {
        Long,    ///< [Ļíñķ ðñé…], two fifths longer, with accents above and below
        Mirrored ///< the same words in Hebrew letters
    };

    explicit PseudoTranslator(Kind kind) : m_kind(kind) { }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source,
                                    const char *disambiguation, int n) const override;

private:
    Kind m_kind;
};
