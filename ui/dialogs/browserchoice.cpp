// SPDX-License-Identifier: MIT
#include "dialogs/browserchoice.h"

#include "measures.h"
#include "widgets/plainlabel.h"

#include <QComboBox>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

BrowserChoice::BrowserChoice(const QList<InstalledBrowser> &installed, QWidget *parent)
    : QWidget(parent), m_choice(new QComboBox(this))
{
    m_choice->setObjectName(u"browser"_s);
    m_choice->setAccessibleName(tr("Browser"));
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_choice->addItem(tr("Default browser"), QString());
    for (const InstalledBrowser &browser : installed) {
        const QString name = browser.name.plain();
        //: %1 is the name of a browser
        m_choice->addItem(browser.isPrivate ? tr("%1, private window").arg(name) : name,
                          browser.id);
    }
    auto *label = new PlainLabel(tr("Browser"), PlainLabel::Kind::Secondary, this);
    // To a screen reader on Linux the name of a choice is what is chosen; what for, its label
    // tells.
    static_cast<QLabel *>(label)->setBuddy(m_choice);

    auto *line = new QHBoxLayout(this);
    const Measures measures;
    line->setSpacing(measures.units(2));
    // Below the words of a StatusNote, not below its shape.
    line->setContentsMargins(measures.iconSize() + measures.units(2), 0, 0, 0);
    line->addWidget(label);
    line->addWidget(m_choice, 1);
    setWanted(true);
    connect(m_choice, &QComboBox::activated, this, [this] {
        m_isDecided = true;
        emit chosen(browser());
    });
}

QString BrowserChoice::browser() const
{
    return m_choice->currentData().toString();
}

void BrowserChoice::setBrowser(const std::optional<QString> &id)
{
    const int at = id ? m_choice->findData(*id) : -1;
    m_isDecided = at >= 0;
    m_choice->setCurrentIndex(qMax(0, at));
}

void BrowserChoice::setWanted(bool wanted)
{
    setVisible(wanted && m_choice->count() > 1);
}

bool BrowserChoice::isUndecided() const
{
    return m_choice->count() > 1 && !m_isDecided;
}
