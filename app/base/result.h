// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <type_traits>
#include <utility>
#include <variant>

/// A value or the reason why there is none. Look before you take: dereferencing a failure is a bug.
/// (std::expected is not usable with the toolchain of Debian 12.)
template <typename T, typename E>
class [[nodiscard]] Result
{
    static_assert(!std::is_same_v<T, E>, "value and reason must differ in type");

public:
    using Value = T;
    using Error = E;

    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) { }
    Result(E reason) : m_content(std::in_place_index<1>, std::move(reason)) { }

    [[nodiscard]] bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    [[nodiscard]] const T &operator*() const &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_content);
    }
    [[nodiscard]] T &&operator*() &&
    {
        Q_ASSERT(hasValue());
        return std::move(*std::get_if<0>(&m_content));
    }
    [[nodiscard]] const T *operator->() const
    {
        Q_ASSERT(hasValue());
        return std::get_if<0>(&m_content);
    }
    [[nodiscard]] const E &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_content);
    }

    /// \a next is asked only where there is a value, and answers with a Result of the same reason.
    template <typename F>
    auto andThen(F &&next) const -> std::invoke_result_t<F, const T &>
    {
        if (hasValue())
            return std::forward<F>(next)(**this);
        return error();
    }

private:
    std::variant<T, E> m_content;
};

/// The value of an operation that only succeeds or fails.
using Done = std::monostate;

/// Builds a visitor from lambdas, for std::visit.
template <typename... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <typename... F>
Overloaded(F...) -> Overloaded<F...>;
