// SPDX-License-Identifier: MIT
#pragma once

#include "coder/types.h"
#include "dialogs/dialogtools.h"

#include <QPointer>
#include <QWidget>

class CopyButton;
class EnlargedQr;
class PlainLabel;
class QPushButton;
class QrView;

/// The page for another device: its QR code, and buttons that copy or open its address.
class QrPanel : public QWidget
{
    Q_OBJECT

public:
    explicit QrPanel(const DialogTools &tools, QWidget *parent = nullptr);

    /// With \a codeHidden the QR code holds only the plain page, for the complete address has the
    /// code in it (RFC 8628 3.3.1).
    void present(const DeviceCode &code, bool codeHidden);
    void showOutcome(bool linkCopied);
    /// With nothing beside it the caption has all the width.
    void setAlone(bool alone);

    QSize sizeHint() const override;

signals:
    void copyLinkWished();
    void openWished();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void enlarge();
    void closeLarge();
    [[nodiscard]] int columnWidth() const;

    QrView *m_qr;
    PlainLabel *m_caption;
    CopyButton *m_copyLink;
    QPushButton *m_open;
    QPointer<EnlargedQr> m_large; ///< while the person has it open
    QString m_text;
    bool m_codeHidden = false;
};
