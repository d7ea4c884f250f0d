// SPDX-License-Identifier: MIT
#include "window/detailshead.h"

#include "dialogs/disclosure.h"
#include "linktexts.h"
#include "measures.h"
#include "pictures/providermark.h"
#include "texts.h"
#include "widgets/announce.h"
#include "widgets/emphasislabel.h"
#include "widgets/markview.h"
#include "widgets/plainlabel.h"
#include "widgets/shapeview.h"
#include "window/healthlook.h"
#include "window/linkaction.h"
#include "window/rowwords.h"
#include "window/shownlink.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace {

ProviderMark markOf(const GitLink &link)
{
    const QString name = link.name().plain();
    return link.provider ? markFor(link.provider->type, link.provider->displayIcon, name)
                         : markFor({}, {}, name);
}

/// Where a page of the deployment can be opened, its host is in sight beside the button.
bool opensDashboardPage(const ShownLink &shown)
{
    return LinkActions::of(shown.link, shown.health).actions.contains(LinkAction::OpenPage);
}

/// Word and advice where it may be a limit and not the link.
TextRuns limitedState(const ShownLink &shown)
{
    //: %1 is the name of a provider, such as GitHub
    const TextRuns advice = runsOf(
        DetailsHead::tr("%1 refused several links at the same moment, which points to a limit on "
                        "requests rather than to the links. Wait an hour and check again before "
                        "you reconnect."),
        {{{.text = shown.link.name().plain()}}});
    //: %1 is the state of a link, such as "Perhaps rate limited"; %2 are sentences about it
    return runsOf(DetailsHead::tr("%1 %2"),
                  {{{.text = DetailsHead::tr("%1.").arg(RowWords::wordOf(shown.link, shown.health)),
                     .strong = true}},
                   advice});
}

/// What a server before v2.13 leaves open, told by the shape of its answer; empty where nothing is.
QString untoldByList(const ShownLink &shown)
{
    const GitLink &link = shown.link;
    const bool listIsSilent = link.provider && link.stored && !link.stored->authenticated
        && link.stored->word == ProviderWord::None;
    if (!listIsSilent)
        return {};
    if (shown.health == LinkHealth::Unknown && !link.authenticated)
        return DetailsHead::tr(
            "The list of this server does not tell; Fairlead asks for each link in turn.");
    if (shown.health == LinkHealth::NeedsReconnect && link.word == ProviderWord::None)
        return DetailsHead::tr("This server does not tell why.");
    return {};
}

/// How things are, as far as it can be told.
TextRuns presentState(const ShownLink &shown)
{
    if (shown.maybeLimited)
        return limitedState(shown);
    const TextRuns state
        = LinkTexts::state(shown.link, shown.health, shown.account.server.display(), shown.today);
    const QString untold = untoldByList(shown);
    //: %1 are sentences about a link; %2 is what the server does not tell about it
    return untold.isEmpty() ? state : runsOf(DetailsHead::tr("%1 %2"), {state, {{.text = untold}}});
}

TextRuns stateOf(const ShownLink &shown)
{
    const std::optional<ApiError> &problem = shown.link.checkProblem;
    TextRuns state = shown.account.isAway() || problem
        ? LinkTexts::lastState(shown.health, shown.learntAt, shown.today)
        : presentState(shown);
    if (problem) {
        //: %1 is a sentence about a link, %2 one about why it could not be checked
        state = runsOf(DetailsHead::tr("%1 The last check failed: %2"),
                       {state, {{.text = Texts::of(*problem, shown.account.server).what}}});
    }
    if (!opensDashboardPage(shown))
        return state;
    //: %1 is one or two sentences about a link; %2 is the host of a web page
    return runsOf(DetailsHead::tr("%1 The page is on %2."),
                  {state, {{.text = shown.account.pageHost, .strong = true}}});
}

/// The badge lasts, also where the list with its headers is not in sight.
QString accountOf(const AccountStatus &account)
{
    if (!account.plainHttp)
        return account.fullTitle();
    //: %1 is an account such as "ada on coder.example.com"
    return DetailsHead::tr("%1, not encrypted").arg(account.fullTitle());
}

} // namespace

DetailsHead::DetailsHead(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent), m_mark(new MarkView(icons, this)), m_title(new EmphasisLabel(this)),
      m_account(new PlainLabel({}, PlainLabel::Kind::Secondary, this)),
      m_shape(new ShapeView(icons, theme, this)), m_state(new EmphasisLabel(this)),
      m_serverWords(new Disclosure(icons, this))
{
    m_title->setKind(PlainLabel::Kind::Title);
    m_title->setObjectName(u"title"_s);
    m_account->setObjectName(u"account"_s);
    m_state->setObjectName(u"state"_s);

    const Measures measures;
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_account);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(measures.units(3.5));
    heading->addWidget(m_mark, 0, Qt::AlignTop);
    heading->addLayout(names, 1);

    auto *words = new QVBoxLayout;
    words->setSpacing(measures.units(2));
    words->addWidget(m_state);
    words->addWidget(m_serverWords);
    auto *state = new QHBoxLayout;
    state->setSpacing(measures.units(2.5));
    state->addWidget(m_shape, 0, Qt::AlignTop);
    state->addLayout(words, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(4.5));
    layout->addLayout(heading);
    layout->addLayout(state);
}

void DetailsHead::show(const ShownLink &shown)
{
    m_mark->setMark(markOf(shown.link));
    m_title->setRuns({{.text = shown.link.name().plain()}});
    m_account->setText(accountOf(shown.account));
    const HealthLook look = HealthLook::of(shown.health);
    m_shape->setShape(look.shape, look.tone);
    m_state->setRuns(stateOf(shown));
    const QStringList lines = serverLines(shown);
    if (lines == m_serverLines)
        return;
    m_serverLines = lines;
    m_serverWords->setLines(lines);
}

/// The person who pressed "Check now" is elsewhere with the focus; every failure is told anew.
void DetailsHead::tellProblem(const GitLink &link)
{
    const std::optional<ApiError> problem
        = link.checking ? std::nullopt : std::optional<ApiError>(link.checkProblem);
    if (problem == m_toldProblem)
        return;
    m_toldProblem = problem;
    if (problem)
        announce(*m_state, {m_state->text()});
}

QStringList DetailsHead::serverLines(const ShownLink &shown) const
{
    QStringList lines = LinkTexts::serverWords(shown.link);
    if (shown.link.checkProblem)
        lines += Texts::detailsOf(*shown.link.checkProblem);
    if (const ApiError *failure = shown.account.failure())
        lines += Texts::detailsOf(*failure);
    return lines;
}
