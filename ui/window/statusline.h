// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <memory>

class Clock;
class ClockTimer;
class Icons;
class PlainLabel;
class QPushButton;

/// The last line of the window: how old what it shows is, news that found no other place, and the
/// way to ask again.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    StatusLine(Clock &clock, const Icons &icons, QWidget *parent = nullptr);
    ~StatusLine() override;

    void setAge(const QString &text);
    /// Stands in place of the age for a while, in which the window can be seen.
    void setNotice(const QString &text);
    /// Hidden where there is nothing to check; rests where \a obstacle says why.
    void setCheckAll(bool shown, const QString &obstacle);

signals:
    void checkAllWished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void countNotice();
    void showText();

    PlainLabel *m_text;
    QPushButton *m_checkAll;
    QString m_age;
    QString m_notice;
    std::unique_ptr<ClockTimer> m_noticeTimer;
};
