# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Copyright motcua contributors
#
# Sourced by ./dev: where things are, how a failure is said, how a process of
# ours is known again. Needs only bash and what every Debian has.

PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
programs=(public staff kiosk)
quiet=${MOTCUA_QUIET:-}

# One sentence, exit 1.
die() {
    printf 'dev: %s\n' "$*" >&2
    exit 1
}

say() {
    [ -n "$quiet" ] || printf '%s\n' "$*"
}

# ---- the state folder ---------------------------------------------------------

# Sets state (absolute), run (folder of sockets, short enough for them) and port.
state_locate() {
    state=${MOTCUA_STATE:-$top/var}
    port=${MOTCUA_PORT:-8080}
    case $port in
    '' | *[!0-9]* | ??????*) die "MOTCUA_PORT must be a number from 1 to 65535, not '$port'." ;;
    esac
    port=$((10#$port))
    [ "$port" -ge 1 ] && [ "$port" -le 65535 ] ||
        die "MOTCUA_PORT must be a number from 1 to 65535, not '$port'."
    case $state in
    /*) ;;
    *) state=$PWD/$state ;;
    esac
    case $state in
    *[!A-Za-z0-9_./+@=-]*) die "The state folder '$state' may only have letters, digits and ._/+@=- in its name." ;;
    esac
    run=$state/run
    # A Unix socket's address holds 107 bytes.
    if [ ${#run} -gt 85 ]; then
        run=/tmp/motcua-$(id -u)-$(printf %s "$state" | cksum | cut -d' ' -f1)
    fi
}

# Makes the state folder or says why not. Everything below it is ours alone.
state_make() {
    local folder reason
    umask 077
    for folder in "$state" "$run" "$state/log" "$state/tmp" "$state/secrets" "$state/secrets/keys"; do
        [ -d "$folder" ] || reason=$(mkdir -p "$folder" 2>&1) ||
            die "The state folder cannot be made (${reason##*: }): $folder; choose another with MOTCUA_STATE."
        [ -O "$folder" ] ||
            die "The state folder belongs to another user: $folder; choose another with MOTCUA_STATE."
    done
    : 2>/dev/null >"$state/tmp/.writable" ||
        die "The state folder cannot be written to (full or read-only): $state"
}

# Free space first: a database that meets a full disk says it far less clearly.
state_room() {
    local need=$1 free
    free=$(df -Pk "$state" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge "$need" ] ||
        die "The disk of the state folder is full: $free MB free, $need MB needed, in $state"
}

# One ./dev at a time changes a state folder.
state_lock() {
    exec 8>"$state/.lock" || die "The state folder cannot be written to: $state"
    flock -w 120 8 || die "Another ./dev has been working on $state for two minutes; try again later."
}

# ---- processes ----------------------------------------------------------------
# A service holds a lock on run/NAME.lock through its descriptor 9 for as long as
# it or a child of it lives; so a stale pid file, a pid given to somebody else, or
# a zombie that nobody reaps is never taken for it.

service_pids() {
    local fd
    for fd in /proc/[0-9]*/fd/9; do
        [ "$(readlink "$fd" 2>/dev/null)" = "$run/$1.lock" ] && printf '%s\n' "$(cut -d/ -f3 <<<"$fd")"
    done
}

lock_held() {
    [ -e "$run/$1.lock" ] && ! (exec 9<"$run/$1.lock" && flock -n 9)
}

# Succeeds when the main process of NAME (named COMM) lives.
service_alive() {
    local pid
    lock_held "$1" && read -r pid <"$run/$1.pid" 2>/dev/null &&
        [ "$(readlink "/proc/$pid/fd/9" 2>/dev/null)" = "$run/$1.lock" ]
}

# service_start NAME COMMAND…: in a session of its own, with no descriptor of ours.
service_start() {
    local name=$1
    shift
    (
        exec 8>&- 9>>"$run/$name.lock"
        flock -w 5 9 || exit 1
        exec setsid "$@" </dev/null >>"$state/log/$name.log" 2>&1
    ) &
    printf '%s\n' $! >"$run/$name.pid"
    disown
}

# service_wait NAME TENTHS: true once nothing of NAME lives any more.
service_wait() {
    local tries=$(($2 * 5))
    while lock_held "$1"; do
        [ $((tries--)) -gt 0 ] || return 1
        sleep 0.02
    done
}

# service_stop NAME [SIGNAL]: politely, then its orphans, then without asking.
service_stop() {
    local name=$1 pids
    if service_alive "$name"; then
        kill -s "${2:-TERM}" "$(<"$run/$name.pid")" 2>/dev/null
        service_wait "$name" "${3:-100}" || true
    fi
    if lock_held "$name"; then
        pids=$(service_pids "$name")
        # shellcheck disable=SC2086 # one word a pid
        [ -z "$pids" ] || kill -TERM $pids 2>/dev/null
        service_wait "$name" 20 || {
            pids=$(service_pids "$name")
            # shellcheck disable=SC2086
            [ -z "$pids" ] || kill -KILL $pids 2>/dev/null
            service_wait "$name" 50 || die "A process of ours does not end: $name (see $run/$name.pid)."
        }
    fi
    rm -f "$run/$name.pid"
}

# The newest file below the given ones is newer than the stamp (or there is none).
newer_than() {
    local stamp=$1
    shift
    [ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

last_error() {
    grep -aE "${2:-.}" "$1" 2>/dev/null | tail -n 1 | cut -c1-300
}
