// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class Icons;
class QPlainTextEdit;
class QPushButton;

/// A device code, large, exactly as the server sent it, to be read, selected and copied, never
/// edited; with a button that hides it. A long code breaks where its hyphens are.
class CodeField : public QWidget
{
    Q_OBJECT

public:
    enum class Look { Live, StruckOut };

    explicit CodeField(const Icons &icons, QWidget *parent = nullptr);

    void setCode(const QString &code);
    void setLook(Look look);
    [[nodiscard]] bool isMasked() const { return m_masked; }
    void setMasked(bool masked);

    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The keys that copy were pressed: \a text is what is selected, or the whole code.
    void copyWished(const QString &text);
    void maskedChanged(bool masked);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showText();
    void followFont();
    void place();
    [[nodiscard]] int columnsFor(int width) const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int columnWidth() const;

    const Icons &m_icons;
    QPlainTextEdit *m_text;
    QPushButton *m_hide;
    QString m_code;
    Look m_look = Look::Live;
    bool m_masked = false;
};

/// The lengths of the lines of \a code where a line has room for \a columns: broken after hyphens
/// as long as the pieces fit.
QList<int> codeLines(const QString &code, int columns);
