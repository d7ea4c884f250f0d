// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/checks/recording.h"
#include "deployment/deployment.h"

namespace simulated {

/// A deployment set up as the recorded servers were, which can be brought into the state of each
/// recorded answer from whatever state it is in. Codes, keys and the clock are never set back.
class Stage
{
public:
    explicit Stage(Generation generation);

    [[nodiscard]] bool listen();
    [[nodiscard]] Deployment &deployment() { return m_deployment; }
    /// Brings the state about and returns the request with the tokens and codes of this deployment.
    [[nodiscard]] HttpRequest prepare(const RecordedAnswer &recorded);
    /// Why an answer is not asked for; empty where it is.
    [[nodiscard]] static QString reasonToSkip(const QString &name);
    [[nodiscard]] static QStringList skippedNames();

private:
    using Scene = void (Stage::*)(const QString &rest);
    struct Cue {
        QLatin1StringView prefix{};
        Scene scene = nullptr;
    };
    [[nodiscard]] static const QList<Cue> &cues();

    void reset();
    void configureProviders();
    void linkEverything();
    void linkOnly(const QStringList &ids);
    void linkAsOf(const RecordedAnswer &recorded);
    void linkOne(const QString &id);
    void startDevice(const QString &provider);
    [[nodiscard]] ProviderKnobs &knobs(const QString &id) { return m_deployment.knobs(id); }
    void setCheck(ProviderKnobs::Check check);
    [[nodiscard]] bool ignoresScopes() { return !m_deployment.traits().enforcesScopes; }

    void tokenScene(const QString &rest);
    void keyScene(const QString &rest);
    void detailScene(const QString &rest);
    void installScene(const QString &rest);
    void validateScene(const QString &rest);
    void refreshScene(const QString &rest);
    void listScene(const QString &rest);
    void startScene(const QString &rest);
    void exchangeScene(const QString &rest);
    void rfcExchangeScene(const QString &rest);
    void exchangeAt(const QString &provider, const QString &rest);
    void deleteScene(const QString &rest);
    void scopeScene(const QString &rest);
    void suspendedScene(const QString &rest);
    void orphanScene(const QString &rest);
    void noProviderScene(const QString &rest);
    void builtInScene(const QString &rest);
    void rateLimitScene(const QString &rest);
    void redirectScene(const QString &rest);

    Deployment m_deployment;
    QString m_token;
    QString m_deviceCode;
    const RecordedAnswer *m_recorded = nullptr;
    HttpRequest m_request;
};

} // namespace simulated
