// SPDX-License-Identifier: MIT
#include "deployment/controlwords.h"

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

using Fields = QHash<QString, QString>;
using Knobs = ProviderKnobs;
using Kind = Misconduct::Kind;

template <typename T>
using Words = QHash<QString, T>;

const Words<Knobs::DeviceStart> &deviceStartWords()
{
    using DeviceStart = Knobs::DeviceStart;
    static const Words<DeviceStart> words{
        {u"good"_s, DeviceStart::Good},
        {u"empty"_s, DeviceStart::Empty},
        {u"error-only"_s, DeviceStart::ErrorOnly},
        {u"description"_s, DeviceStart::Description},
        {u"html"_s, DeviceStart::Html},
        {u"form"_s, DeviceStart::Form},
        {u"too-many"_s, DeviceStart::TooMany},
        {u"too-many-reset"_s, DeviceStart::TooManyReset},
        {u"unavailable"_s, DeviceStart::Unavailable},
        {u"hang"_s, DeviceStart::Hang},
    };
    return words;
}

const Words<Knobs::Exchange> &exchangeWords()
{
    static const Words<Knobs::Exchange> words{
        {u"good"_s, Knobs::Exchange::Good},
        {u"html"_s, Knobs::Exchange::Html},
        {u"unavailable"_s, Knobs::Exchange::Unavailable},
        {u"too-many"_s, Knobs::Exchange::TooMany},
        {u"hang"_s, Knobs::Exchange::Hang},
    };
    return words;
}

const Words<Knobs::Check> &checkWords()
{
    static const Words<Knobs::Check> words{
        {u"ok"_s, Knobs::Check::Ok},
        {u"unauthorized"_s, Knobs::Check::Unauthorized},
        {u"forbidden"_s, Knobs::Check::Forbidden},
        {u"forbidden-limited"_s, Knobs::Check::ForbiddenLimited},
        {u"too-many"_s, Knobs::Check::TooMany},
        {u"unavailable"_s, Knobs::Check::Unavailable},
        {u"bad-json"_s, Knobs::Check::BadJson},
        {u"hang"_s, Knobs::Check::Hang},
    };
    return words;
}

const Words<Knobs::Installations> &installationsWords()
{
    static const Words<Knobs::Installations> words{
        {u"some"_s, Knobs::Installations::Some},
        {u"not-found"_s, Knobs::Installations::NotFound},
        {u"bad"_s, Knobs::Installations::Bad},
        {u"hang"_s, Knobs::Installations::Hang},
    };
    return words;
}

const Words<Knobs::Refresh> &refreshWords()
{
    static const Words<Knobs::Refresh> words{
        {u"ok"_s, Knobs::Refresh::Ok},
        {u"unavailable"_s, Knobs::Refresh::Unavailable},
        {u"too-many"_s, Knobs::Refresh::TooMany},
        {u"bad-refresh-token"_s, Knobs::Refresh::BadRefreshToken},
        {u"invalid-grant"_s, Knobs::Refresh::InvalidGrant},
        {u"hang"_s, Knobs::Refresh::Hang},
    };
    return words;
}

const Words<Knobs::Revocation> &revocationWords()
{
    static const Words<Knobs::Revocation> words{
        {u"ok"_s, Knobs::Revocation::Ok},
        {u"not-found"_s, Knobs::Revocation::NotFound},
        {u"server-error"_s, Knobs::Revocation::ServerError},
        {u"hang"_s, Knobs::Revocation::Hang},
    };
    return words;
}

const Words<Kind> &misconductWords()
{
    static const Words<Kind> words{
        {u"hang"_s, Kind::Hang},
        {u"reset"_s, Kind::Reset},
        {u"cut-body"_s, Kind::CutBody},
        {u"garbage-status"_s, Kind::GarbageStatus},
        {u"endless-headers"_s, Kind::EndlessHeaders},
        {u"endless-body"_s, Kind::EndlessBody},
        {u"drip"_s, Kind::Drip},
        {u"html-page"_s, Kind::HtmlPage},
        {u"redirect"_s, Kind::Redirect},
        {u"status"_s, Kind::Status},
        {u"rate-limited"_s, Kind::RateLimited},
        {u"raw"_s, Kind::Raw},
        {u"hold-request"_s, Kind::HoldRequest},
        {u"hold-answer"_s, Kind::HoldAnswer},
    };
    return words;
}

/// Sets a knob from the fields by its name, and keeps the first fault.
class Turner
{
public:
    explicit Turner(const Fields &fields) : m_fields(fields) { }

    template <typename T>
    void word(const QString &name, const Words<T> &words, T &knob)
    {
        if (!m_fields.contains(name))
            return;
        const auto found = words.constFind(m_fields.value(name));
        if (found == words.cend())
            fail(name);
        else
            knob = *found;
    }
    void flag(const QString &name, bool &knob) const
    {
        if (m_fields.contains(name))
            knob = m_fields.value(name) == "1"_L1;
    }
    void number(const QString &name, int &knob)
    {
        if (!m_fields.contains(name))
            return;
        bool isNumber = false;
        const int value = m_fields.value(name).toInt(&isNumber);
        if (isNumber)
            knob = value;
        else
            fail(name);
    }
    void seconds(const QString &name, std::chrono::seconds &knob)
    {
        int value = int(knob.count());
        number(name, value);
        knob = std::chrono::seconds{value};
    }
    [[nodiscard]] QString fault() const { return m_fault; }

private:
    void fail(const QString &name)
    {
        if (m_fault.isEmpty())
            m_fault = u"%1: not understood"_s.arg(name);
    }

    const Fields &m_fields;
    QString m_fault;
};

} // namespace

std::optional<TokenScope> scopeNamed(const QString &word)
{
    if (word.isEmpty() || word == "all"_L1)
        return TokenScope::All;
    if (word == "narrow"_L1)
        return TokenScope::Narrow;
    if (word == "read-only"_L1)
        return TokenScope::ReadOnly;
    return std::nullopt;
}

QString turnKnobs(ProviderKnobs &knobs, const Fields &fields)
{
    ProviderKnobs turned = knobs;
    Turner turner(fields);
    turner.flag(u"dead"_s, turned.isDead);
    turner.word(u"device_start"_s, deviceStartWords(), turned.deviceStart);
    turner.seconds(u"code_life"_s, turned.codeLife);
    turner.seconds(u"interval"_s, turned.interval);
    turner.flag(u"enforces_interval"_s, turned.enforcesInterval);
    turner.number(u"slow_downs"_s, turned.slowDowns);
    turner.word(u"exchange"_s, exchangeWords(), turned.exchange);
    turner.word(u"check"_s, checkWords(), turned.check);
    turner.word(u"installations"_s, installationsWords(), turned.installations);
    turner.number(u"installation_count"_s, turned.installationCount);
    turner.word(u"refresh"_s, refreshWords(), turned.refresh);
    turner.word(u"revocation"_s, revocationWords(), turned.revocation);
    turner.flag(u"gives_refresh_tokens"_s, turned.givesRefreshTokens);
    if (fields.contains(u"exchange_word"_s))
        turned.exchangeWord = fields.value(u"exchange_word"_s).toLatin1();
    if (fields.contains(u"login"_s))
        turned.account.login = fields.value(u"login"_s);
    if (fields.value(u"token_life"_s).isEmpty()) {
        if (fields.contains(u"token_life"_s))
            turned.tokenLife.reset();
    } else {
        std::chrono::seconds life{};
        turner.seconds(u"token_life"_s, life);
        turned.tokenLife = life;
    }
    if (turner.fault().isEmpty())
        knobs = turned;
    return turner.fault();
}

std::optional<Misconduct> misconductIn(const Fields &fields)
{
    const auto kind = misconductWords().constFind(fields.value(u"kind"_s));
    if (kind == misconductWords().cend())
        return std::nullopt;
    Misconduct misconduct{.kind = *kind,
                          .method = fields.value(u"method"_s).toLatin1(),
                          .path = fields.value(u"path"_s).toLatin1(),
                          .body = fields.value(u"body"_s).toUtf8(),
                          .location = QUrl(fields.value(u"location"_s))};
    Turner turner(fields);
    turner.number(u"times"_s, misconduct.times);
    turner.number(u"status"_s, misconduct.status);
    turner.flag(u"takes_effect"_s, misconduct.takesEffect);
    turner.flag(u"coders"_s, misconduct.isCoders);
    if (fields.contains(u"media_type"_s))
        misconduct.mediaType = fields.value(u"media_type"_s).toLatin1();
    int pace = int(misconduct.pace.count());
    turner.number(u"pace"_s, pace);
    misconduct.pace = std::chrono::milliseconds{pace};
    if (!turner.fault().isEmpty())
        return std::nullopt;
    return misconduct;
}

} // namespace simulated
