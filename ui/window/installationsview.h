// SPDX-License-Identifier: MIT
#pragma once

#include "coder/types.h"

#include <QWidget>

#include <optional>

class EmphasisLabel;
class Icons;
class PlainLabel;
class QPushButton;
class QVBoxLayout;

/// Where a provider's app is installed, each account with its page, and the page to install it
/// elsewhere. The hosts of all pages are in sight.
class InstallationsView : public QWidget
{
    Q_OBJECT

public:
    explicit InstallationsView(const Icons &icons, QWidget *parent = nullptr);

    /// True where there is something to show.
    bool show(const std::optional<LinkDetails> &details);
    using QWidget::show;

signals:
    void openWished(const WebAddress &address);

private:
    void rebuild(const LinkDetails &details);
    void orderForTab();
    void addInstallation(const Installation &installation, bool namesHost);

    const Icons &m_icons;
    EmphasisLabel *m_hosts;
    QVBoxLayout *m_rows;
    QPushButton *m_install;
    PlainLabel *m_note;
    std::optional<LinkDetails> m_shown;
};
