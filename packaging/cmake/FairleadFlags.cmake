# SPDX-License-Identifier: MIT
# One INTERFACE target that every target of ours links: warnings, Qt strictness, sanitizers, hardening.

option(FAIRLEAD_WERROR "Warnings are errors (on in our presets, off for packagers)" OFF)
option(FAIRLEAD_HARDENING "The hardening flags of a release build" OFF)
option(FAIRLEAD_COVERAGE "Count which lines of app/ run (./dev test --coverage)" OFF)
option(FAIRLEAD_PRECOMPILE "Compile Qt's headers once, for who builds everything and throws it away" OFF)
set(FAIRLEAD_SANITIZE "" CACHE STRING "Sanitizers for the whole build, such as address,undefined")

add_library(fairlead_flags INTERFACE)
target_compile_features(fairlead_flags INTERFACE cxx_std_20)
target_compile_definitions(fairlead_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_JAVA_STYLE_ITERATORS
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<CONFIG:Debug>:QT_MESSAGELOGCONTEXT>
)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # What a newer Qt deprecates often has no successor yet in the oldest one we are built with.
    target_compile_definitions(fairlead_flags INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
target_compile_options(fairlead_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wcast-qual -Wsuggest-override -Wimplicit-fallthrough
    $<$<BOOL:${FAIRLEAD_WERROR}>:-Werror>
)

# QTRY_* of newer Qt versions does not survive -Wconversion, so tests do not link this one.
add_library(fairlead_strict INTERFACE)
target_link_libraries(fairlead_strict INTERFACE fairlead_flags)
target_compile_options(fairlead_strict INTERFACE -Wconversion)

if(FAIRLEAD_SANITIZE)
    # With sanitizers g++ 12 takes the unused part of a std::variant for uninitialised; the plain build keeps the warning.
    target_compile_options(fairlead_flags INTERFACE -Wno-maybe-uninitialized)
    target_compile_options(fairlead_flags INTERFACE
        -fsanitize=${FAIRLEAD_SANITIZE} -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(fairlead_flags INTERFACE -fsanitize=${FAIRLEAD_SANITIZE})
endif()

if(FAIRLEAD_HARDENING)
    target_compile_options(fairlead_flags INTERFACE
        -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS
        -fstack-protector-strong -fstack-clash-protection -fcf-protection
        -ftrivial-auto-var-init=zero -Wformat -Werror=format-security)
    target_link_options(fairlead_flags INTERFACE
        -Wl,-z,relro,-z,now,-z,noexecstack)
endif()

# Precompiled headers hide a forgotten #include; the lint, the bench and what is shipped are built without.
# fairlead_precompile(TARGET header…) makes them, fairlead_reuse(TARGET FROM) takes those of a target with the same parts
# of Qt.
function(fairlead_precompile target)
    if(FAIRLEAD_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE
            <chrono> <functional> <memory> <optional> <variant> <vector> ${ARGN})
    endif()
endfunction()
function(fairlead_reuse target from)
    if(FAIRLEAD_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${from})
    endif()
endfunction()
