// SPDX-License-Identifier: MIT
#include "window/linkbuttons.h"

#include "pictures/icons.h"
#include "ui/linkworld.h"
#include "window/shownlink.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

/// The buttons give the advice that the words give.
class TestLinkButtons : public QObject
{
    Q_OBJECT

private slots:
    void aBrokenLinkIsToBeReconnected();
    void aPossibleLimitIsToBeWaitedFor();

private:
    /// The labels as they stand, a star before the default one.
    [[nodiscard]] QStringList labels(bool maybeLimited);
};

QStringList TestLinkButtons::labels(bool maybeLimited)
{
    LinkWorld world;
    world.addAdaWith(LinkHealth::NeedsReconnect);
    const Icons icons;
    LinkButtons buttons(icons);
    buttons.show({.link = world.book.links().front(),
                  .health = LinkHealth::NeedsReconnect,
                  .maybeLimited = maybeLimited,
                  .account = world.accounts.constFirst()});
    buttons.resize(600, 100);
    buttons.QWidget::show();
    QList<QPushButton *> shown;
    for (QPushButton *button : buttons.findChildren<QPushButton *>()) {
        if (button->isVisible())
            shown.append(button);
    }
    std::sort(shown.begin(), shown.end(),
              [](const QWidget *a, const QWidget *b) { return a->x() < b->x(); });
    QStringList all;
    for (const QPushButton *button : std::as_const(shown))
        all.append((button->isDefault() ? u"*"_s : QString()) + button->text());
    return all;
}

void TestLinkButtons::aBrokenLinkIsToBeReconnected()
{
    QCOMPARE(labels(false), (QStringList{u"*Reconnect…"_s, u"Check now"_s, u"Unlink…"_s}));
}

void TestLinkButtons::aPossibleLimitIsToBeWaitedFor()
{
    QCOMPARE(labels(true), (QStringList{u"Check now"_s, u"Reconnect…"_s, u"Unlink…"_s}));
}

QTEST_MAIN(TestLinkButtons)
#include "tst_linkbuttons.moc"
