// SPDX-License-Identifier: MIT
#pragma once

#include "links/linkbook.h"
#include "links/linkmodel.h"
#include "support/fakeclock.h"
#include "support/listingmaker.h"
#include "window/accountstatus.h"

#include <array>

/// A book with one or two accounts, filled as answers of servers would fill it.
struct LinkWorld {
    FakeClock clock{};
    LinkBook book{clock};
    LinkModel model{book};
    QList<AccountStatus> accounts{};

    static constexpr std::array healths{LinkHealth::NeedsReconnect, LinkHealth::Expired,
                                        LinkHealth::ExpiringSoon,   LinkHealth::AppNotInstalled,
                                        LinkHealth::Valid,          LinkHealth::RenewsItself,
                                        LinkHealth::NotVerifiable,  LinkHealth::ProviderUnreachable,
                                        LinkHealth::RateLimited,    LinkHealth::NotLinked,
                                        LinkHealth::Orphan,         LinkHealth::Unknown};

    LinkWorld() { clock.setWall(make::noon()); }

    static AccountId ada() { return AccountId(QStringLiteral("ada")); }
    static AccountId grace() { return AccountId(QStringLiteral("grace")); }
    static LinkKey key(const QString &provider, const AccountId &account = ada())
    {
        return {.account = account, .provider = ProviderId(provider)};
    }

    static AccountStatus signedIn(const AccountId &id, const QString &host)
    {
        return {.id = id,
                .server = *ServerUrl::fromUserInput(host),
                .pageHost = host,
                .userName = UntrustedText::name(id.toString()),
                .session = Session::SignedIn{},
                .learntAt = make::noon()};
    }
    void addAda() { accounts.append(signedIn(ada(), QStringLiteral("coder.example.com"))); }
    void addGrace() { accounts.append(signedIn(grace(), QStringLiteral("coder.git.example"))); }

    static Provider named(const QString &id, const QString &type, const QString &name)
    {
        Provider provider = make::provider(id, type);
        provider.displayName = UntrustedText::name(name);
        provider.device = true;
        return provider;
    }
    static WebAddress page(const QString &address)
    {
        return WebAddress::judge(address,
                                 *ServerUrl::fromUserInput(QStringLiteral("coder.example.com")));
    }

    /// What a server says of a link in this health.
    static Listing listingFor(LinkHealth health, const QString &id = QStringLiteral("github"),
                              const QString &name = QStringLiteral("GitHub"))
    {
        Provider provider = named(id, QStringLiteral("github"), name);
        StoredLink link = make::link(id);
        link.authenticated = true;
        const auto broken = [&](ProviderWord word, const QString &text) {
            link.authenticated = false;
            link.word = word;
            link.validateError = UntrustedText::message(text);
        };
        switch (health) {
        case LinkHealth::NeedsReconnect:
            broken(ProviderWord::NotValidated, QStringLiteral("token failed to validate"));
            break;
        case LinkHealth::Expired:
            broken(ProviderWord::TokenExpired, QStringLiteral("token expired"));
            link.expires = make::at(make::noon().addDays(-3));
            break;
        case LinkHealth::ExpiringSoon:
            provider.allowRefresh = false;
            link.hasRefreshToken = false;
            link.expires = make::at(make::noon().addDays(2));
            break;
        case LinkHealth::RenewsItself:
            link.hasRefreshToken = true;
            link.expires = make::at(make::noon().addSecs(5 * 3600));
            break;
        case LinkHealth::NotVerifiable:
            provider.allowValidate = false;
            break;
        case LinkHealth::ProviderUnreachable:
            broken(ProviderWord::Unreachable, QStringLiteral("dial tcp: connection refused"));
            break;
        case LinkHealth::RateLimited:
            broken(ProviderWord::RateLimited, QStringLiteral("status 429"));
            break;
        case LinkHealth::Unknown:
            broken(ProviderWord::Other, QStringLiteral("something new"));
            break;
        case LinkHealth::NotLinked:
            return make::listing({provider}, {});
        case LinkHealth::Orphan:
            return make::listing({}, {link});
        case LinkHealth::AppNotInstalled:
        case LinkHealth::Valid:
            break;
        }
        return make::listing({provider}, {link});
    }
    /// Ada has one link, in this health.
    void addAdaWith(LinkHealth health)
    {
        addAda();
        book.applyListing(ada(), listingFor(health));
        if (health != LinkHealth::AppNotInstalled)
            return;
        LinkDetails details = make::details(true, make::user(QStringLiteral("ada")));
        details.appInstallable = true;
        details.appInstall = page(QStringLiteral("https://git.example/apps/coder/new"));
        book.applyDetails(key(QStringLiteral("github")), details);
    }
    /// All healths at once, each at a provider called after its number.
    void addAdaWithAll()
    {
        addAda();
        Listing all;
        for (size_t number = 0; number < healths.size(); ++number) {
            const QString id = QStringLiteral("provider%1").arg(number);
            const Listing one
                = listingFor(healths.at(number), id, QStringLiteral("Git %1").arg(number));
            all.providers += one.providers;
            all.links += one.links;
        }
        book.applyListing(ada(), all);
    }
};
