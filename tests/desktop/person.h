// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/deployment.h"
#include "desktop/accessibleapp.h"
#include "desktop/fairleadprocess.h"

#include <functional>

/// Somebody who uses the shipped program through the accessibility interface. Whatever they look
/// for they wait for; what does not come is told with everything that shows, and answered by false.
class Person
{
public:
    explicit Person(simulated::Deployment &deployment) : m_deployment(deployment) { }

    [[nodiscard]] FairleadProcess &fairlead() { return m_fairlead; }
    [[nodiscard]] AccessibleApp &app() { return m_app; }

    /// Until its window shows.
    bool start(const QStringList &arguments = {});
    /// With the accounts of somebody else, whose tokens are in the same keyring.
    bool startAs(const Person &other);
    /// From the empty window to the list of links.
    bool signIn(const QString &token);
    /// To another deployment as well.
    bool signInTo(const simulated::Deployment &other, const QString &token);
    /// Up to the step in which the token is to be kept somewhere.
    bool enterToken(const QString &token);
    bool quit();

    bool seesWindow(const QString &title);
    bool losesWindow(const QString &title);
    /// A text that shows somewhere.
    bool reads(const QString &part, int patience = usualPatience);
    bool press(const QString &button, const QString &window = QStringLiteral("Fairlead"));
    bool choose(const QString &radioButton, const QString &window);
    bool toggle(const QString &checkBox, const QString &window);
    bool type(const QString &field, const QString &text, const QString &window);
    QString textIn(const QString &field, const QString &window);
    bool chooseInMenu(const QString &entry);

    /// "GitHub, ada on 127.0.0.1:40000, Valid" for a provider and a health.
    [[nodiscard]] QString row(const QString &provider, const QString &health) const
    {
        return rowOn(m_deployment, provider, health);
    }
    [[nodiscard]] static QString rowOn(const simulated::Deployment &deployment,
                                       const QString &provider, const QString &health);
    bool seesRow(const QString &name);
    bool select(const QString &rowName);
    [[nodiscard]] bool isSelected(const QString &rowName) const;

    /// Selects a row that can be linked and reads the code; empty where there is none.
    QString beginLink(const QString &provider,
                      const QString &health = QStringLiteral("Not linked"));
    bool sendLinkToBackground(const QString &dialog = QStringLiteral("Link by device code"));
    /// As with Alt+F4.
    bool closeMainWindow();
    /// The main window on the screen, or one that is minimised; empty where it is hidden.
    [[nodiscard]] static QString mainWindow();
    bool seesMainWindow();
    /// As far down as the screen allows, so that every row can be seen.
    bool stretchesMainWindow();
    bool losesMainWindow();

    static constexpr int usualPatience = 20000;

private:
    bool fillIn(const simulated::Deployment &deployment, const QString &token);
    bool waitFor(const QString &what, const std::function<bool()> &look,
                 int patience = usualPatience);

    simulated::Deployment &m_deployment;
    FairleadProcess m_fairlead;
    AccessibleApp m_app;
};
