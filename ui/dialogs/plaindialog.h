// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include <optional>

class QDialogButtonBox;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

/// A dialog as high as what it holds, and no higher than the screen: then the content scrolls and
/// the buttons below stay in sight, one below the other where they have no room side by side. It
/// can be resized and opens without an event loop of its own.
class PlainDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PlainDialog(QWidget *parent = nullptr);

    /// Makes the dialog as high as its content is at this width.
    void fitHeight();

protected:
    [[nodiscard]] QVBoxLayout &content() { return *m_contentLayout; }
    [[nodiscard]] QDialogButtonBox &footer() { return *m_footer; }
    /// Of all in the footer exactly these; \a main is the default and has the focus, the last one
    /// where it is null.
    void offer(const QList<QPushButton *> &buttons, QPushButton *main);
    /// In lines of text, as far as the screen allows.
    void setWidthInLines(qreal lines);

    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settleLayouts() const;
    [[nodiscard]] int neededHeight() const;
    [[nodiscard]] QSize most() const;
    [[nodiscard]] int footerWidth() const;
    void arrangeFooter();
    void growToFit();
    void setSize(const QSize &size);
    void settleSize();
    void chooseScrolling();
    void followFont();

    QScrollArea *m_scroller;
    QWidget *m_content;
    QVBoxLayout *m_contentLayout;
    QDialogButtonBox *m_footer;
    qreal m_lines = 31;
    bool m_measuring = false;
    std::optional<QSize> m_awaitedSize; ///< from being shown to being painted for the first time
};
