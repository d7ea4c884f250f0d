// SPDX-License-Identifier: MIT
#include "dialogs/removealltexts.h"

#include "dialogs/accountsubject.h"
#include "dialogs/signouttexts.h"
#include "texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Shape = StatusNote::Shape;

namespace {

QString joined(const QStringList &paths)
{
    return QLocale().createSeparatedList(paths);
}

} // namespace

QString RemoveAllTexts::nameOf(StoredThing::Kind kind)
{
    switch (kind) {
    case StoredThing::Kind::Accounts:
        return tr("The list of accounts and the settings");
    case StoredThing::Kind::LinkCache:
        return tr("The last known links");
    case StoredThing::Kind::Autostart:
        return tr("The entry that starts Fairlead with the desktop");
    }
    Q_UNREACHABLE();
}

QList<TextRuns> RemoveAllTexts::plan(const RemovingAll::Choosing &state)
{
    QList<TextRuns> lines;
    for (const Account &account : state.accounts)
        //: %1 is an account such as "ada on coder.example.com"
        lines.append(runsOf(tr("The token and the account %1"), {AccountSubject::name(account)}));
    for (const RemovingAll::Files &files : state.files)
        //: %1 is what goes, such as "The last known links", %2 are the paths of its files
        lines.append(runsOf(tr("%1: %2"),
                            {{{.text = nameOf(files.kind)}}, {{.text = joined(files.paths)}}}));
    return lines;
}

Receipt RemoveAllTexts::notUnlocked(StoreState keyring)
{
    return {.title = runsOf(tr("Remove everything all the same?")),
            .lines = {{Shape::Stop, runsOf(Texts::of(keyring).what),
                       runsOf(tr("Nothing has been removed yet."))},
                      {Shape::Warning,
                       runsOf(
                           //: What happens if the person removes everything with a locked keyring
                           tr("If the rest goes all the same, the tokens stay in the keyring.")),
                       runsOf(tr("Nothing else remembers then that they are there."))}}};
}

Receipt RemoveAllTexts::underWay(const RemovingAll &removing)
{
    Receipt receipt{.title = runsOf(tr("Removing everything"))};
    if (removing.as<RemovingAll::OpeningKeyring>())
        receipt.lines = {{Shape::Paused, runsOf(tr("Waiting for the keyring.")),
                          runsOf(tr("It may be asking you in another window."))}};
    else
        receipt.lines = {{Shape::Paused, runsOf(tr("Sessions are ended and tokens are erased.")),
                          runsOf(tr("This takes a moment."))}};
    return receipt;
}

ReceiptLine RemoveAllTexts::line(const RemovingAll::AccountEnd &end)
{
    const ReceiptLine session = SignOutTexts::ending(end.settled.outcome, end.account);
    const ReceiptLine token = SignOutTexts::erasing(end.settled);
    TextRuns ending = session.what;
    if (!session.next.isEmpty())
        ending += TextRuns{{.text = u" "_s}} + session.next;
    //: Two facts about an account, each of a sentence or two
    TextRuns facts = runsOf(tr("%1 %2"), {ending, token.what});
    if (!token.next.isEmpty())
        facts += TextRuns{{.text = u" "_s}} + token.next;
    Shape shape = Shape::Good;
    if (token.shape != Shape::Good || SignOutTexts::mayGoOn(end.settled.outcome))
        shape = Shape::Warning;
    return {shape, AccountSubject::name(end.account), facts};
}

ReceiptLine RemoveAllTexts::line(const RemovingAll::Files &files)
{
    const TextRuns name{{.text = nameOf(files.kind)}};
    if (files.left.isEmpty())
        return {Shape::Good, name,
                //: %1 are paths of files
                runsOf(tr("Removed: %1"), {{{.text = joined(files.paths)}}})};
    return {Shape::Warning, name,
            //: %1 are paths of files
            runsOf(tr("Could not be removed: %1"), {{{.text = joined(files.left)}}})};
}

QList<ReceiptLine> RemoveAllTexts::linesOf(const RemovingAll::Forgotten &forgotten)
{
    QList<ReceiptLine> lines;
    const TextRuns tokens = runsOf(tr("Tokens of accounts that were no longer in the list"));
    if (forgotten.notErased)
        lines.append({Shape::Warning, tokens,
                      //: %1 is a sentence that says why
                      runsOf(tr("The keyring may still hold them. %1"),
                             {{{.text = Texts::of(forgotten.notErased->state).what}}})});
    else if (forgotten.erased > 0)
        lines.append({Shape::Good, tokens, runsOf(tr("The keyring no longer holds them."))});
    if (forgotten.mayBeMore)
        lines.append(
            {Shape::Warning, runsOf(tr("Not all files that name accounts could be read.")),
             //: %1 is the name of the service under which Fairlead keeps tokens in the keyring
             runsOf(tr("The keyring may still hold tokens of Fairlead, under the service %1. Look "
                       "there and remove them by hand."),
                    {{{.text = u"fairlead"_s, .strong = true}}})});
    return lines;
}

bool RemoveAllTexts::isClean(const RemovingAll::Settled &state)
{
    return !state.forgotten.notErased && !state.forgotten.mayBeMore
        && std::all_of(state.accounts.cbegin(), state.accounts.cend(),
                       [](const RemovingAll::AccountEnd &end) {
                           return !end.settled.notErased
                               && !SignOutTexts::mayGoOn(end.settled.outcome);
                       })
        && std::all_of(state.files.cbegin(), state.files.cend(),
                       [](const RemovingAll::Files &files) { return files.left.isEmpty(); });
}

Receipt RemoveAllTexts::settled(const RemovingAll::Settled &state)
{
    Receipt receipt{.title = isClean(state) ? runsOf(tr("Everything is removed"))
                                            : runsOf(tr("Not everything could be removed"))};
    for (const RemovingAll::AccountEnd &end : state.accounts)
        receipt.lines.append(line(end));
    receipt.lines += linesOf(state.forgotten);
    for (const RemovingAll::Files &files : state.files)
        receipt.lines.append(line(files));
    return receipt;
}

QString RemoveAllTexts::report(const Receipt &receipt)
{
    QStringList lines{plainTextOf(receipt.title)};
    for (const ReceiptLine &fact : receipt.lines) {
        lines.append(plainTextOf(fact.what));
        if (!fact.next.isEmpty())
            lines.append(plainTextOf(fact.next));
    }
    return lines.join(u'\n');
}
