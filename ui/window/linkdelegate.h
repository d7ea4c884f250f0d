// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QStyledItemDelegate>

#include <optional>

class Icons;
class Theme;

/// One text as the delegate paints it, for those who cannot read pictures: tests and checks.
struct PaintedText {
    QRect rect{};   ///< the room it has
    QString text{}; ///< as painted, so shortened where it is elided
    QFont font{};
    QColor color{};
    QColor background{};
    bool atEnd = false; ///< stands at the end of its line and must never be elided
    bool elided = false;
};

/// Paints the rows and headers of LinkRows. Sizes follow the font; colours come from the palette
/// and the theme, so a change of either shows at once.
class LinkDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Where the parts of a row go; by itself as fits links, which have headers.
    struct Arrangement {
        qreal indent = 8.5; ///< in units
        /// The width, in lines of text, below which the word goes into a line of its own.
        qreal threeLinesBelow = 16;
        bool timeStaysWithWord = false; ///< there, else it stays in the second line
    };

    LinkDelegate(const Theme &theme, const Icons &icons, QObject *parent = nullptr);
    LinkDelegate(const Theme &theme, const Icons &icons, const Arrangement &arrangement,
                 QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The texts that paint() would paint, with their places.
    [[nodiscard]] QList<PaintedText> painted(const QStyleOptionViewItem &option,
                                             const QModelIndex &index) const;
    /// The width of a list below which its rows have a third line.
    [[nodiscard]] int threeLinesBelow() const;

private:
    /// A view asks for the height of each of its rows whenever one comes or goes.
    struct Heights {
        static Heights of(const QFont &body, int narrowBelow);

        QFont font{};
        int header = 0;
        int row = 0;
        int narrowRow = 0;
        int narrowBelow = 0;
    };
    struct Colors {
        QColor background{};
        QColor text{};
        QColor secondary{};
        bool shapesFollowText = false;
    };
    [[nodiscard]] Colors colorsFor(const QStyleOptionViewItem &option) const;
    [[nodiscard]] QColor healthColor(const QModelIndex &index, const Colors &colors) const;
    [[nodiscard]] QList<PaintedText> headerTexts(const QStyleOptionViewItem &option,
                                                 const QModelIndex &index) const;
    [[nodiscard]] QList<PaintedText> rowTexts(const QStyleOptionViewItem &option,
                                              const QModelIndex &index) const;
    void paintHeader(QPainter &painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;
    void paintTexts(QPainter &painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;

    mutable std::optional<Heights> m_heights;
    const Theme &m_theme;
    const Icons &m_icons;
    const Arrangement m_arrangement;
};
