#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Runs one QtTest program in an environment of its own and keeps its results as XML beside what it prints.
#
#   qtest.sh --results DIR [--nobody] [--desktop "OPTIONS OF desktop.sh"] NAME PROGRAM [argument…]
#
# Nothing of the caller's session gets in: home, configuration, runtime folder and temporary files are new and empty, there
# is no display and no bus (unless --desktop brings them), language and time zone are fixed. Of the caller's variables only
# FAIRLEAD_* and the sanitizers' options pass. With --nobody a root caller becomes the user `nobody` first, for tests that
# are about permissions; an ordinary user stays who they are.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
results='' nobody=no desktop=()

fail() {
    echo "qtest.sh: $*" >&2
    exit 2
}

while [[ ${1:-} == --* ]]; do
    case $1 in
    --results) results=${2:?a folder} && shift ;;
    --nobody) nobody=yes ;;
    --desktop)
        read -r -a options <<<"${2?options of desktop.sh}"
        desktop=("$here/desktop.sh" "${options[@]}" --)
        shift
        ;;
    *) fail "unknown option $1" ;;
    esac
    shift
done
(($# >= 2)) && [[ -n $results ]] || fail "a results folder, a name and a program are needed"
name=$1 program=$2
shift 2

mkdir -p "$results"
results=$(cd "$results" && pwd)
rm -f "$results/$name.xml"
folder=${TMPDIR:-/tmp}
[[ $nobody == no ]] || folder=/tmp # the checkout may be nobody else's to see
scratch=$(mktemp -d "$folder/$name-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch"/{home,config,cache,data,state,run,tmp}
chmod 700 "$scratch" "$scratch/run"

run=()
if [[ $nobody == yes && $(id -u) == 0 ]]; then
    install -m 755 "$program" "$scratch/$name"
    program=$scratch/$name
    chown -R nobody:nogroup "$scratch"
    run=(setpriv --reuid nobody --regid nogroup --clear-groups)
fi

passed=()
while IFS= read -r variable; do
    passed+=("$variable=${!variable}")
done < <(compgen -e | grep -E '^(FAIRLEAD_|(ASAN|UBSAN|LSAN)_OPTIONS$)' || true)

run+=(env -i PATH="$PATH" LC_ALL=C.UTF-8 TZ=UTC QT_QPA_PLATFORM=offscreen
    HOME="$scratch/home" TMPDIR="$scratch/tmp" XDG_RUNTIME_DIR="$scratch/run" XDG_CONFIG_HOME="$scratch/config"
    XDG_CACHE_HOME="$scratch/cache" XDG_DATA_HOME="$scratch/data" XDG_STATE_HOME="$scratch/state" "${passed[@]}")

cd "$scratch"
status=0
"${run[@]}" "${desktop[@]}" "$program" -o "$scratch/results.xml,xml" -o -,txt "$@" </dev/null || status=$?
[[ ! -e $scratch/results.xml ]] || install -m 644 "$scratch/results.xml" "$results/$name.xml"
exit "$status"
