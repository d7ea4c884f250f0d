// SPDX-License-Identifier: MIT
#pragma once

#include "coder/webaddress.h"

#include <QPushButton>

/// An address of the web as people read it, host first, to click on. To keyboard and screen reader
/// it is a button; an address too long for its room is shortened in the middle of its path.
class AddressLink : public QPushButton
{
    Q_OBJECT

public:
    explicit AddressLink(QWidget *parent = nullptr);

    void setAddress(const WebAddress &address);
    [[nodiscard]] const WebAddress &address() const { return m_address; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    WebAddress m_address;
};
