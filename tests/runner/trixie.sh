#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Builds Fairlead and runs its tests on Debian 13 with Qt 6.8: in a chroot below build/trixie, which debootstrap makes at
# the first time from the mirror that apt of this machine uses. In there the sources stand, read-only, at /fairlead, and
# build/ is the chroot's own. What is mounted ends with the mount namespace of this run.
#
#   trixie.sh [LABEL]     every test, or those with one label
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
home=$source/build/trixie
root=$home/root

cannot() {
    printf 'Debian 13 cannot be tried here: %s\n' "$@" >&2
    exit 2
}

(($(id -u) == 0)) || cannot "a chroot needs root. Try: sudo ./dev test --suite trixie"
command -v debootstrap >/dev/null || cannot "debootstrap is missing. Try: apt-get install debootstrap"
unshare --mount --pid --fork true 2>/dev/null || cannot \
    "mounting is refused. In a container, allow it (docker run --privileged), or run this on the machine itself"

# The mirror of this machine's own release, which is Debian's.
mirror() {
    local codename
    codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
        awk -v release="$codename" '$2 == release && !found { print $1; found = 1 }'
}

if [[ ! -e $home/made ]]; then
    rm -rf "$root"
    mkdir -p "$home"
    echo "Making a Debian 13 below $root"
    debootstrap --variant=minbase trixie "$root" "$(mirror)" >"$home/debootstrap.log" 2>&1 ||
        { tail -n 5 "$home/debootstrap.log" >&2 && cannot "debootstrap failed, see $home/debootstrap.log"; }
    mkdir "$root/fairlead"
    touch "$home/made"
fi
mkdir -p "$home/build"
cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"

exec unshare --mount --pid --fork --kill-child bash -euo pipefail -c '
    root=$1 source=$2 build=$3
    shift 3
    mount --bind "$root" "$root" # tests make mount namespaces of their own, which needs a root that is a mount
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -o bind,ro "$source" "$root/fairlead"
    mount --bind "$build" "$root/fairlead/build"
    exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root ${CI:+CI="$CI"} \
        /fairlead/dev test "$@"
' _ "$root" "$source" "$home/build" ${1:+--suite "$1"}
