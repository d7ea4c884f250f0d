// SPDX-License-Identifier: MIT
#include "places.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source{};
    QStringList translations{}; ///< one, or one for each plural form
    bool counts = false;
    bool finished = true;
};

QList<Message> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView tag = xml.name();
        if (tag == "message"_L1)
            messages.append(Message{.counts = xml.attributes().value("numerus"_L1) == "yes"_L1});
        else if (tag == "source"_L1)
            messages.last().source = xml.readElementText();
        else if (tag == "numerusform"_L1)
            messages.last().translations.append(xml.readElementText());
        else if (tag == "translation"_L1) {
            messages.last().finished = !xml.attributes().hasAttribute("type"_L1);
            if (!messages.last().counts)
                messages.last().translations.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// What stands for something else in a text, sorted.
QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?[0-9n]|--[a-z]+"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(text))
        found.append(match.captured());
    std::sort(found.begin(), found.end());
    return found;
}

qsizetype mnemonicsIn(const QString &text)
{
    static const QRegularExpression mnemonic(u"&[^ &]"_s);
    return text.count(mnemonic);
}

/// What a translator forgets most easily.
QStringList flawsOf(const QString &source, const QString &translation)
{
    QStringList flaws;
    if (translation.trimmed().isEmpty())
        flaws.append(u"is empty"_s);
    if (placeholdersIn(source) != placeholdersIn(translation))
        flaws.append(u"stands for other things"_s);
    if (mnemonicsIn(source) != mnemonicsIn(translation))
        flaws.append(u"has another number of mnemonics"_s);
    for (const QString &end : {u"…"_s, u"."_s, u":"_s, u"?"_s, u","_s}) {
        if (end != ","_L1 && source.endsWith(end) != translation.endsWith(end))
            flaws.append(u"ends otherwise"_s);
    }
    if (source.front() == u' ' || translation.front() == u' ' || translation.back() == u' ')
        flaws.append(u"begins or ends with a blank"_s);
    if (translation.contains(u'"') || translation.contains(u'!'))
        flaws.append(u"has signs that no text of ours has"_s);
    return flaws;
}

} // namespace

/// The catalogues of words: nothing is left out in them, and nothing in a text got lost on the way.
/// That they hold every word of the sources is looked at by `./dev lint`.
class TestCatalogues : public QObject
{
    Q_OBJECT

private slots:
    void areComplete_data();
    void areComplete();
    void keepWhatTextsStandFor_data() { areComplete_data(); }
    void keepWhatTextsStandFor();
    void callAThingByOneNameInGerman();

private:
    [[nodiscard]] static QString pathOf(const QString &language)
    {
        return QStringLiteral(FAIRLEAD_SOURCE_DIR)
            + u"/translations/fairlead_%1.ts"_s.arg(language);
    }
};

void TestCatalogues::areComplete_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << u"de"_s;
    QTest::newRow("English") << u"en"_s;
}

void TestCatalogues::areComplete()
{
    QFETCH(const QString, language);
    const QList<Message> messages = messagesIn(pathOf(language));
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        QVERIFY2(message.finished, qPrintable(message.source));
        QVERIFY2(message.translations.size() == (message.counts ? 2 : 1),
                 qPrintable(message.source));
    }
}

void TestCatalogues::keepWhatTextsStandFor()
{
    QFETCH(const QString, language);
    for (const Message &message : messagesIn(pathOf(language))) {
        for (const QString &translation : message.translations) {
            const QString flaws = flawsOf(message.source, translation).join(u", "_s);
            QVERIFY2(flaws.isEmpty(),
                     qPrintable(u"%1 → %2: %3"_s.arg(message.source, translation, flaws)));
        }
    }
}

void TestCatalogues::callAThingByOneNameInGerman()
{
    struct Term {
        QRegularExpression english{};
        QRegularExpression german{};
    };
    const auto term = [](const QString &english, const QString &german) {
        constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
        return Term{QRegularExpression(english, anyCase), QRegularExpression(german, anyCase)};
    };
    const QList<Term> terms{
        term(u"\\bkeyrings?\\b"_s, u"Schlüsselbund|GNOME Keyring"_s),
        term(u"\\bdeployments?\\b"_s, u"Bereitstellung"_s),
        term(u"\\bproviders?\\b"_s, u"Anbieter"_s),
        term(u"\\bunlink"_s, u"trenn"_s),
        term(u"\\btokens?\\b"_s, u"Token"_s),
        term(u"\\bdevice codes?\\b"_s, u"Gerätecode"_s),
        term(u"\\bworkspaces?\\b"_s, u"Arbeitsbereich|Workspace-Proxy"_s),
        term(u"\\badmin"_s, u"Administration"_s),
        term(u"\\brevo(ke|cation)"_s, u"widerr"_s),
    };
    for (const Message &message : messagesIn(pathOf(u"de"_s))) {
        for (const Term &one : terms) {
            if (!message.source.contains(one.english))
                continue;
            for (const QString &translation : message.translations)
                QVERIFY2(translation.contains(one.german),
                         qPrintable(u"%1 → %2"_s.arg(message.source, translation)));
        }
    }
}

QTEST_GUILESS_MAIN(TestCatalogues)
#include "tst_catalogues.moc"
