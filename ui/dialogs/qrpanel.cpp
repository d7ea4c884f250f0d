// SPDX-License-Identifier: MIT
#include "dialogs/qrpanel.h"

#include "dialogs/copybutton.h"
#include "dialogs/enlargedqr.h"
#include "measures.h"
#include "pictures/icons.h"
#include "widgets/plainlabel.h"
#include "widgets/qrview.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

QrPanel::QrPanel(const DialogTools &tools, QWidget *parent)
    : QWidget(parent), m_qr(new QrView(this)),
      m_caption(new PlainLabel({}, PlainLabel::Kind::Secondary, this)),
      m_copyLink(new CopyButton(tr("Copy link"), tools.clock, this)),
      m_open(new QPushButton(tools.icons.icon(u"external-link"_s), tr("Open page"), this))
{
    m_qr->setObjectName(u"qr"_s);
    m_qr->setAccessibleName(tr("QR code of the page"));
    m_qr->setToolTip(tr("Enlarge"));
    m_copyLink->setObjectName(u"copyLink"_s);
    m_open->setObjectName(u"openPage"_s);

    setAlone(false);
    const Measures measures;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measures.units(2));
    buttons->addWidget(m_copyLink);
    buttons->addWidget(m_open);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(2));
    layout->addWidget(m_qr, 0, Qt::AlignLeading);
    layout->addWidget(m_caption);
    layout->addLayout(buttons);
    layout->addStretch();

    connect(m_qr, &QrView::enlargeRequested, this, &QrPanel::enlarge);
    connect(m_copyLink, &CopyButton::clicked, this, &QrPanel::copyLinkWished);
    connect(m_open, &QPushButton::clicked, this, &QrPanel::openWished);
}

void QrPanel::present(const DeviceCode &code, bool codeHidden)
{
    const bool complete = code.verificationComplete.has_value() && !codeHidden;
    const QString text
        = complete ? code.verificationComplete->encoded() : code.verification.encoded();
    if (text != m_text || codeHidden != m_codeHidden)
        closeLarge();
    m_text = text;
    m_codeHidden = codeHidden;
    m_qr->setText(m_text);
    m_qr->setVisible(!m_qr->isEmpty());
    m_qr->setAccessibleDescription(code.verification.encoded());
    m_caption->setText(complete
                           ? tr("Scan to open the page on another device, then check that it shows "
                                "the same code.")
                           : tr("Scan to open the page on another device, then type the code "
                                "there."));
    m_caption->setVisible(!m_qr->isEmpty());
}

/// As wide as the picture or the buttons under it; the caption wraps.
int QrPanel::columnWidth() const
{
    const int buttons
        = m_copyLink->sizeHint().width() + Measures().units(2) + m_open->sizeHint().width();
    return qMax(buttons, m_qr->isEmpty() ? 0 : m_qr->sizeHint().width());
}

QSize QrPanel::sizeHint() const
{
    const int width = columnWidth();
    return {width, layout()->totalHeightForWidth(width)};
}

void QrPanel::setAlone(bool alone)
{
    QSizePolicy policy(alone ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrPanel::showOutcome(bool linkCopied)
{
    m_copyLink->showOutcome(linkCopied);
}

void QrPanel::enlarge()
{
    m_large = new EnlargedQr(m_text, this);
    m_large->setAttribute(Qt::WA_DeleteOnClose);
    m_large->open();
}

/// What it shows is no longer true, or no longer to be seen.
void QrPanel::closeLarge()
{
    if (m_large)
        m_large->close();
}

void QrPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous()) // minimised it goes along with its window
        closeLarge();
}
