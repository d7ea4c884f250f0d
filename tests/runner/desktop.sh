#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# A private virtual desktop for the time of one command: display, window manager, session bus with only the services
# asked for, accessibility, keyring, tray, notifications, colour-scheme portal. Runs as root and as an ordinary user.
#
#   desktop.sh [option…] -- command [argument…]
#
#   --locked-keyring      the login keyring exists and is locked
#   --no-collection       the Secret Service runs and has no keyring at all
#   --no-keyring          nobody offers the Secret Service
#   --prompter            the keyring may open its dialog to ask for the password (it is in $FAIRLEAD_DESKTOP_DIR/password)
#   --sni-tray            the tray is a StatusNotifier host (nothing to see, everything on the bus)
#   --xembed-tray         the tray is an XEmbed tray (the default)
#   --no-tray             there is no tray
#   --no-notifications    nobody offers org.freedesktop.Notifications
#   --scheme light|dark   a settings portal answers this colour scheme (without it there is no portal)
#   --size WIDTHxHEIGHT   of the screen, 1280x800 unless said
#
# The command finds FAIRLEAD_DESKTOP_DIR (the folder of this desktop, gone afterwards) and the process ids
# FAIRLEAD_DESKTOP_{KEYRING,TRAY,NOTIFICATIONS,PORTAL}_PID of what was started, to stop, hang or kill it.
# Names that are not activatable stay absent: the bus knows no service folder but its own.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=/usr/bin/python3 # Debian's own: the one that sees python3-gi
keyring=unlocked tray=xembed notifications=yes prompter=no scheme='' size=1280x800

fail() {
    echo "desktop.sh: $*" >&2
    exit 2
}

while (($#)); do
    case $1 in
    --locked-keyring) keyring=locked ;;
    --no-collection) keyring=bare ;;
    --no-keyring) keyring=absent ;;
    --prompter) prompter=yes ;;
    --sni-tray) tray=sni ;;
    --xembed-tray) tray=xembed ;;
    --no-tray) tray=none ;;
    --no-notifications) notifications=no ;;
    --scheme) scheme=${2:?light or dark} && shift ;;
    --size) size=${2:?WIDTHxHEIGHT} && shift ;;
    --) shift && break ;;
    *) fail "unknown option $1" ;;
    esac
    shift
done
(($#)) || fail "no command given"

dir=$(mktemp -d "${TMPDIR:-/tmp}/desktop-XXXXXX")
chmod 700 "$dir"
pids=()

# Whoever carries this desktop's mark in its environment belongs to it, also what the bus started for us.
belonging() {
    grep -lsz "^FAIRLEAD_DESKTOP_DIR=$dir\$" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3 || true
}

tear_down() {
    local index round
    for ((index = ${#pids[@]} - 1; index >= 0; --index)); do
        kill -TERM "${pids[index]}" 2>/dev/null || true
        kill -CONT "${pids[index]}" 2>/dev/null || true # a keyring that a test has stopped
    done
    for round in {1..20}; do
        mapfile -t left < <(belonging)
        ((${#left[@]})) || break
        ((round == 5)) && kill -TERM "${left[@]}" 2>/dev/null || true
        ((round == 15)) && kill -KILL "${left[@]}" 2>/dev/null || true
        sleep 0.05
    done
    wait 2>/dev/null || true
    rm -rf "$dir"
}
trap tear_down EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# start LOG command…: a service of this desktop, which dies with it even if this script is killed.
start() {
    local log=$1
    shift
    setpriv --pdeathsig TERM "$@" >"$dir/$log.log" 2>&1 <"${input:-/dev/null}" &
    pids+=($!)
}

# until_true WHAT command…: waits, up to 15 s, until the command succeeds.
until_true() {
    local what=$1 deadline=$((SECONDS + 15))
    shift
    until "$@" >/dev/null 2>&1; do
        if ((SECONDS >= deadline)); then
            tail -n 20 "$dir"/*.log >&2 || true
            fail "$what did not come up"
        fi
        sleep 0.03
    done
}

owned() {
    gdbus wait --session --timeout 15 "$1" || fail "nobody took the name $1"
}

mkdir -p "$dir"/{home,config,cache,data,state,run,tmp,bus/services}
chmod 700 "$dir/run"
export FAIRLEAD_DESKTOP_DIR=$dir HOME=$dir/home XDG_RUNTIME_DIR=$dir/run TMPDIR=$dir/tmp
export XDG_CONFIG_HOME=$dir/config XDG_CACHE_HOME=$dir/cache XDG_DATA_HOME=$dir/data XDG_STATE_HOME=$dir/state
export PYTHONDONTWRITEBYTECODE=1 QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0
export XDG_SESSION_TYPE=x11 XDG_CURRENT_DESKTOP=FairleadTest
unset WAYLAND_DISPLAY KDE_SESSION_VERSION GNOME_KEYRING_CONTROL SSH_AUTH_SOCK AT_SPI_BUS_ADDRESS SESSION_MANAGER

# The display. Without /tmp/.X11-unix an unprivileged Xvfb still serves the abstract socket.
[[ -d /tmp/.X11-unix ]] || mkdir -m 1777 /tmp/.X11-unix 2>/dev/null || true
start xvfb bash -c 'exec Xvfb -displayfd 3 -screen 0 "$1"x24 -nolisten tcp -noreset 3>"$2"' _ "$size" "$dir/display"
until_true "the display" grep -q '^[0-9]' "$dir/display"
DISPLAY=:$(tr -d '[:space:]' <"$dir/display")
export DISPLAY

# The session bus.
cat >"$dir/bus/session.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:path=$dir/bus/socket</listen><auth>EXTERNAL</auth>
 <servicedir>$dir/bus/services</servicedir>
 <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
XML
activatable=(org.a11y.Bus)
[[ $prompter == no ]] || activatable+=(org.gnome.keyring.SystemPrompter)
for name in "${activatable[@]}"; do
    ln -s "/usr/share/dbus-1/services/$name.service" "$dir/bus/services/"
done
export DBUS_SESSION_BUS_ADDRESS=unix:path=$dir/bus/socket
start bus dbus-daemon --config-file="$dir/bus/session.conf" --nofork --nopidfile
until_true "the session bus" test -S "$dir/bus/socket"

# The window manager.
start openbox openbox --sm-disable
until_true "the window manager" bash -c "xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'"

# The keyring. An empty password would make no keyring at all, so the password is never empty.
printf 'test-password' >"$dir/password"
start_keyring() {
    start keyring gnome-keyring-daemon --foreground --components=secrets "$@"
    export FAIRLEAD_DESKTOP_KEYRING_PID=${pids[-1]}
    owned org.freedesktop.secrets
}
# Asks until the answer names the keyring: a caller's first question may be answered as though there were none.
keyring_answers() {
    until_true "the keyring" bash -c 'gdbus call --session --dest org.freedesktop.secrets \
        --object-path /org/freedesktop/secrets --method "org.freedesktop.Secret.Service.$0" "$1" |
        grep -q collection/login' "$@"
}
start_unlocked_keyring() {
    input=$dir/password start_keyring --unlock
    keyring_answers ReadAlias default
}
case $keyring in
unlocked) start_unlocked_keyring ;;
locked)
    start_unlocked_keyring
    keyring_answers Lock "['/org/freedesktop/secrets/collection/login']"
    ;;
bare) start_keyring ;;
absent) ;;
esac

# The tray.
case $tray in
xembed)
    start tray trayer --edge bottom --align right --widthtype request --height 30
    export FAIRLEAD_DESKTOP_TRAY_PID=${pids[-1]}
    until_true "the tray" xdotool search --class '^trayer$'
    ;;
sni)
    start tray "$python" "$here/statusnotifierhost.py"
    export FAIRLEAD_DESKTOP_TRAY_PID=${pids[-1]}
    owned org.kde.StatusNotifierWatcher
    ;;
none) ;;
esac

# Notifications. `dunstctl context` chooses the action whose line holds the text in $FAIRLEAD_DESKTOP_DIR/choice.
if [[ $notifications == yes ]]; then
    printf '#!/bin/sh\nexec grep -m1 -F -- "$(cat %q)"\n' "$dir/choice" >"$dir/choose"
    chmod 755 "$dir/choose"
    cat >"$dir/dunstrc" <<INI
[global]
 origin = top-right
 offset = 16x16
 width = 360
 font = DejaVu Sans 11
 markup = full
 show_indicators = false
 frame_width = 1
 idle_threshold = 0
 history_length = 100
 mouse_left_click = do_action, close_current
 dmenu = $dir/choose
INI
    start notifications dunst -conf "$dir/dunstrc"
    export FAIRLEAD_DESKTOP_NOTIFICATIONS_PID=${pids[-1]}
    owned org.freedesktop.Notifications
fi

# The colour scheme of the desktop.
if [[ -n $scheme ]]; then
    start portal "$python" "$here/settingsportal.py" "$scheme"
    export FAIRLEAD_DESKTOP_PORTAL_PID=${pids[-1]}
    owned org.freedesktop.portal.Desktop
fi

status=0
"$@" || status=$?
exit "$status"
