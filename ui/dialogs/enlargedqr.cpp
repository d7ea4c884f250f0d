// SPDX-License-Identifier: MIT
#include "dialogs/enlargedqr.h"

#include "measures.h"
#include "widgets/qrview.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

EnlargedQr::EnlargedQr(const QString &text, QWidget *parent) : PlainDialog(parent)
{
    setWindowTitle(tr("QR code"));
    auto *view = new QrView(this);
    view->setObjectName(u"largeQr"_s);
    view->setAccessibleName(tr("QR code of the page, enlarged"));
    view->setText(text);
    const QSize available = screen()->availableSize();
    const int side
        = qMin(view->sizeHint().width() * 2, qMin(available.width(), available.height()) / 2);
    const QSize size = view->sizeHint().expandedTo({side, side});
    view->setFixedSize(size);
    content().addWidget(view, 0, Qt::AlignCenter);
    content().addStretch();

    QPushButton *close = footer().addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(&footer(), &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(view, &QrView::enlargeRequested, this, &QDialog::reject); // again a click
    const Measures measures;
    resize(size.width() + 2 * measures.pageMargin(), height());
    fitHeight();
    close->setFocus();
}
