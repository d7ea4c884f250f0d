// SPDX-License-Identifier: MIT
#include "dialogs/aboutdialog.h"

#include "measures.h"
#include "pictures/icons.h"
#include "widgets/plainlabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

struct Work {
    QString name{};
    QString purpose{};
    QString licence{};
};

QString licenceText(const QString &file)
{
    QFile text(u":/fairlead/licenses/"_s + file);
    return text.open(QIODevice::ReadOnly) ? QString::fromUtf8(text.readAll()) : QString();
}

} // namespace

AboutDialog::AboutDialog(const Icons &icons, QWidget *parent) : PlainDialog(parent)
{
    setWindowTitle(tr("About Fairlead"));
    addHeading(icons);
    addLicences();
    QPushButton *close = footer().addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(&footer(), &QDialogButtonBox::rejected, this, &QDialog::reject);
    setWidthInLines(31);
    fitHeight();
    close->setFocus();
}

void AboutDialog::addHeading(const Icons &icons)
{
    const Measures measures;
    const int side = measures.lines(3);
    auto *picture = new QLabel(this);
    picture->setPixmap(icons.applicationIcon().pixmap(QSize(side, side), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new PlainLabel(tr("Fairlead"), PlainLabel::Kind::Title, this));
    words->addWidget(new PlainLabel(tr("Version %1").arg(QCoreApplication::applicationVersion()),
                                    PlainLabel::Kind::Secondary, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(measures.units(4));
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    content().addLayout(row);
    content().addWidget(new PlainLabel(tr("Shows the git providers your Coder accounts are linked "
                                          "to, and links and unlinks them."),
                                       PlainLabel::Kind::Body, this));
}

void AboutDialog::addLicences()
{
    content().addWidget(new PlainLabel(tr("Licences"), PlainLabel::Kind::SectionHead, this));
    const QList<Work> works{
        {u"Fairlead"_s, tr("This program"), u"MIT"_s},
        {u"Qt "_s + QString::fromLatin1(qVersion()), tr("Windows, network, everything below"),
         u"LGPL 3"_s},
        {u"QtKeychain"_s, tr("Keeps tokens in the keyring"), u"BSD 3-Clause"_s},
        {u"QR Code generator library"_s, tr("Draws QR codes"), u"MIT"_s},
        {u"Lucide"_s, tr("The icons of the interface"), u"ISC"_s},
        {u"Simple Icons"_s, tr("The marks of providers"), u"CC0 1.0"_s},
    };
    const Measures measures;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(measures.units(4));
    grid->setVerticalSpacing(measures.units(1));
    int row = 0;
    for (const Work &work : works) {
        grid->addWidget(new PlainLabel(work.name, PlainLabel::Kind::Body, this), row, 0);
        grid->addWidget(new PlainLabel(work.purpose, PlainLabel::Kind::Secondary, this), row, 1);
        grid->addWidget(new PlainLabel(work.licence, PlainLabel::Kind::Body, this), row, 2);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    content().addLayout(grid);

    auto *texts = new QPlainTextEdit(this);
    texts->setObjectName(u"licenceTexts"_s);
    texts->setAccessibleName(tr("Licence texts"));
    texts->setReadOnly(true);
    texts->setTabChangesFocus(true);
    texts->setPlainText(licenceText(u"lucide-static.txt"_s) + u'\n'
                        + licenceText(u"simple-icons.md"_s));
    texts->setMinimumHeight(measures.lines(7));
    content().addWidget(texts);
}
