// SPDX-License-Identifier: MIT
#include "window/accountstrip.h"

#include "datetexts.h"
#include "measures.h"
#include "theme.h"
#include "widgets/announce.h"
#include "widgets/emphasislabel.h"
#include "widgets/shapeview.h"
#include "window/buttons.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

TextRuns strong(const QString &text)
{
    return {{.text = text, .strong = true}};
}

/// What is in strong words, then what to do.
TextRuns runsFor(const QString &what, const QString &next)
{
    TextRuns runs = strong(what);
    if (!next.isEmpty())
        runs.append({.text = u' ' + next});
    return runs;
}

QString ageOfList(const AccountStatus &account, const Today &today)
{
    if (!account.learntAt.isValid())
        return {};
    //: %1 is "2 hours ago"
    return AccountStrip::tr("This is the list as learnt %1; it may have changed.")
        .arg(DateTexts::ago(account.learntAt, today));
}

/// What to do about it, before how old the list is.
QString nextAfter(const AccountStatus &account)
{
    if (account.isInMaintenance())
        return AccountStrip::tr("Your links are safe, and Fairlead asks again by itself.");
    if (account.isListHeldUp())
        return AccountStrip::tr(
            "A provider behind Coder may be hanging: some servers wait for each "
            "of them. Check a single link, or ask your administrator.");
    return {};
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    //: Two sentences, one after the other
    return AccountStrip::tr("%1 %2").arg(first, second);
}

StripContent failureStrip(const AccountStatus &account, const Today &today)
{
    StripContent content{.shape = u"health/provider-unreachable"_s,
                         .tone = HealthTone::Wait,
                         .remedy = Remedy::TryAgain};
    const ApiError *error = account.failure();
    const QString what = error && error->kind != ApiError::Kind::Offline
        ? Texts::of(*error, account.server).what
        : AccountStrip::tr("Offline.");
    content.text = runsFor(what, joined(nextAfter(account), ageOfList(account, today)));
    return content;
}

StripContent troubleStrip(Session::Trouble trouble)
{
    const Sentence sentence = Texts::of(trouble);
    const Remedy remedy = Texts::remedyFor(trouble);
    const bool signInHelps = remedy == Remedy::SignInAgain;
    return {.shape = signInHelps ? u"health/needs-reconnect"_s : u"shield-alert"_s,
            .tone = signInHelps ? HealthTone::Bad : HealthTone::Soon,
            .text = runsFor(sentence.what, sentence.next),
            .remedy = remedy};
}

/// What is, without how old it is.
QString strongWords(const TextRuns &runs)
{
    QString words;
    for (const TextRun &run : runs) {
        if (run.strong)
            words += run.text;
    }
    return words;
}

StripContent unlockingStrip()
{
    return {.shape = u"health/rate-limited"_s,
            .tone = HealthTone::Wait,
            .text = runsFor(AccountStrip::tr("Waiting for the keyring."),
                            AccountStrip::tr("It may be asking you in another window.")),
            .remedy = Remedy::CancelUnlock};
}

StripContent endingStrip(const AccountStatus &account, const Today &today)
{
    return {.shape = u"health/expiring-soon"_s,
            .tone = HealthTone::Soon,
            .text = runsFor(AccountStrip::tr("Your Coder session is about to end."),
                            //: %1 is "in 2 days", for instance
                            AccountStrip::tr("It ends %1. Sign in again, and everything stays.")
                                .arg(DateTexts::ahead(account.sessionEnds, today))),
            .remedy = Remedy::SignInAgain};
}

} // namespace

std::optional<StripContent> StripContent::of(const AccountStatus &account, const Today &today,
                                             bool namesAccount)
{
    std::optional<StripContent> content;
    const auto trouble = account.trouble();
    if (account.isUnlocking())
        content = unlockingStrip();
    else if (trouble && *trouble != Session::Trouble::Unreachable)
        content = troubleStrip(*trouble);
    else if (trouble || account.failure())
        content = failureStrip(account, today);
    else if (account.sessionEnds.isValid())
        content = endingStrip(account, today);
    if (content && namesAccount) {
        //: %1 is an account such as "ada on coder.example.com", %2 are sentences about it
        content->text
            = runsOf(AccountStrip::tr("%1: %2"), {{{.text = account.title()}}, content->text});
    }
    return content;
}

namespace {

/// Signing in is a matter of one account; everything else helps all that are in the same trouble.
bool isSharedRemedy(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
    case Remedy::UnlockKeyring:
    case Remedy::CancelUnlock:
    case Remedy::TryAgain:
        return true;
    case Remedy::SignInAgain:
        return false;
    }
    Q_UNREACHABLE();
}

bool isAlike(const StripContent &a, const StripContent &b)
{
    return isSharedRemedy(a.remedy) && a.remedy == b.remedy && a.shape == b.shape
        && strongWords(a.text) == strongWords(b.text);
}

/// The keyring is the same for all; the rest says of how many it is true.
TextRuns sharedText(const StripContent &content, qsizetype count)
{
    if (content.remedy != Remedy::TryAgain)
        return content.text;
    //: %1 is a number, %2 is a sentence about each of so many accounts
    return runsOf(AccountStrip::tr("%1 accounts: %2 Their lists may have changed."),
                  {{{.text = QLocale().toString(count)}}, strong(strongWords(content.text))});
}

StripPlan moreStrip(const QList<StripPlan> &rest)
{
    StripPlan plan{.content = {.shape = u"health/unknown"_s, .tone = HealthTone::Quiet}};
    for (const StripPlan &one : rest)
        plan.accounts += one.accounts;
    plan.content.text
        //: %1 is a number
        = runsOf(AccountStrip::tr("%1 more accounts are in trouble. The list says which."),
                 {{{.text = QLocale().toString(plan.accounts.size())}}});
    return plan;
}

} // namespace

QList<StripPlan> StripPlan::of(const QList<AccountStatus> &accounts, const Today &today)
{
    const bool several = accounts.size() > 1;
    QList<StripPlan> plans;
    QList<StripContent> unnamed; // of each plan
    for (const AccountStatus &account : accounts) {
        const auto content = StripContent::of(account, today, false);
        if (!content)
            continue;
        qsizetype same = 0;
        while (same < unnamed.size() && !isAlike(unnamed.at(same), *content))
            ++same;
        if (same < unnamed.size()) {
            StripPlan &plan = plans[same];
            plan.accounts.append(account.id);
            plan.content.text = sharedText(*content, plan.accounts.size());
            plan.spokenFor.clear();
            continue;
        }
        unnamed.append(*content);
        plans.append({.accounts = {account.id},
                      .content = StripContent::of(account, today, several).value_or(*content),
                      .spokenFor = several ? account.title() : QString()});
    }
    if (plans.size() > most) {
        const QList<StripPlan> rest = plans.sliced(most - 1);
        plans = plans.first(most - 1) << moreStrip(rest);
    }
    return plans;
}

AccountStrip::AccountStrip(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent), m_shape(new ShapeView(icons, theme, this)), m_text(new EmphasisLabel(this)),
      m_button(new QPushButton(this))
{
    setObjectName(u"accountStrip"_s);
    m_text->setObjectName(u"stripText"_s);
    m_button->setObjectName(u"remedy"_s);
    m_button->setAutoDefault(false);
    const Measures measures;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(measures.units(3), measures.units(2), measures.units(3),
                               measures.units(2) + Measures::lineWidth);
    layout->setSpacing(measures.units(2.5));
    layout->addWidget(m_shape, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1, Qt::AlignVCenter);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this,
            [this] { emit remedyWished(m_remedy, m_accounts); });
}

void AccountStrip::show(const StripPlan &plan)
{
    const StripContent &content = plan.content;
    m_remedy = content.remedy;
    m_shape->setShape(content.shape, content.tone);
    m_text->setRuns(content.text);
    const QString label = Texts::buttonFor(content.remedy);
    m_button->setText(label);
    QString spoken = Buttons::spokenLabel(label);
    if (!plan.spokenFor.isEmpty())
        //: What a screen reader says of a button: its label, then the account it is for
        spoken = tr("%1, %2").arg(spoken, plainTextOf({{.text = plan.spokenFor}}));
    m_button->setAccessibleName(spoken);
    m_button->setVisible(content.remedy != Remedy::None);
    QWidget::show();
    tell(plan.accounts, content.text);
}

/// Not every minute, as the age in it grows.
void AccountStrip::tell(const QList<AccountId> &accounts, const TextRuns &text)
{
    const QString words = strongWords(text);
    const bool isNew = accounts != m_accounts || words != m_told;
    m_accounts = accounts;
    m_told = words;
    if (isNew)
        announce(*m_text, {plainTextOf(text)});
}

void AccountStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect line(0, height() - Measures::lineWidth, width(), Measures::lineWidth);
    for (const QRect &hairline : {line, QRect(0, 0, width(), Measures::lineWidth)})
        painter.fillRect(hairline, palette().color(QPalette::Active, QPalette::Midlight));
}
