# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Copyright motcua contributors
#
# Sourced by ./dev: the handlers and the nginx in front of them.

site=http://127.0.0.1
nchan=/usr/lib/nginx/modules/ngx_nchan_module.so
port_taken_sentence="Port $port on 127.0.0.1 is taken by another program; choose another with MOTCUA_PORT."

# environment PROGRAM: fills the array with what a program of this instance is told.
program_environment() {
    environment=(
        "MOTCUA_SOCKET=$run/${1#motcua-}.sock"
        "MOTCUA_WORKERS=${MOTCUA_WORKERS:-4}"
        "MOTCUA_TEMPLATES=$top/templates"
        "MOTCUA_SQL=$top/sql"
        "MOTCUA_ASSETS=$state/static/assets.hdf"
        "MOTCUA_WATCH=${MOTCUA_WATCH:-1}"
        "MOTCUA_DB=unix:$run/db.sock"
        "MOTCUA_DB_NAME=motcua"
        "MOTCUA_DB_USER=$1"
        "MOTCUA_DB_PASSWORD_FILE=$state/secrets/$1.password"
        "MOTCUA_KEYS=$state/secrets/keys"
        "MOTCUA_SITE=$site:$port"
        "MOTCUA_CLOCK=${MOTCUA_CLOCK-$state/clock}"
        "MOTCUA_FAULT_FILE=$state/fault"
        "MOTCUA_STORE=$state/store"
        "MOTCUA_LIVE=$run/live.sock"
    )
    case $1 in
    motcua-staff) environment+=("MOTCUA_UPLOADS=$state/store/arriving" "MOTCUA_CLAMD=unix:$run/clamd.sock") ;;
    motcua-jobs) environment+=("MOTCUA_CLAMD=unix:$run/clamd.sock") ;;
    esac
}

admin_environment() {
    program_environment motcua-owner
    environment+=("MOTCUA_STATIC=$state/static")
}

# Static files under names of their content, and error pages that need no handler.
assets_stage() {
    if newer_than "$state/static/.staged" "$top/static" "$top/assets/stage"; then
        "$top/assets/stage" "$top/static" "$state/static" >"$state/log/stage.log" 2>&1 ||
            die "The static files could not be staged: $(last_error "$state/log/stage.log")"
        touch "$state/static/.staged"
    fi
    if newer_than "$state/errors/.rendered" "$top/templates" "$state/static/.staged" "$build/motcua"; then
        mkdir -p "$state/errors"
        admin_environment
        (env "${environment[@]}" "$build/motcua" render-errors "$state/errors") >"$state/log/errors.log" 2>&1 ||
            die "The error pages could not be made: $(last_error "$state/log/errors.log")"
        touch "$state/errors/.rendered"
    fi
}

# ---- files --------------------------------------------------------------------

# A virus scanner of our own where the package is there, with one signature: the EICAR test file. Without it uploads
# wait and are shown to nobody.
scanner_start() {
    local eicar=EICAR-STANDARD-ANTIVIRUS-TEST-FILE folder=$state/clamav tries=500
    (umask 077 && mkdir -p "$state/store/arriving" "$folder/db" "$folder/tmp") ||
        die "The state folder cannot be written to: $state"
    service_alive clamd && return 0
    service_stop clamd
    [ -x /usr/sbin/clamd ] || {
        say "No virus scanner (package clamav-daemon): uploaded files wait and are shown to nobody."
        return 0
    }
    printf 'Motcua.Test.EICAR:0:*:%s\n' "$(printf %s $eicar | od -An -v -tx1 | tr -d ' \n')" >"$folder/db/own.ndb"
    cat >"$folder/clamd.conf" <<END
Foreground yes
DatabaseDirectory $folder/db
TemporaryDirectory $folder/tmp
LocalSocket $run/clamd.sock
LocalSocketMode 600
StreamMaxLength 12M
MaxFileSize 200M
MaxScanSize 300M
AlertExceedsMax yes
AlertEncrypted yes
MaxThreads 2
SelfCheck 0
END
    rm -f "$run/clamd.sock"
    service_start clamd /usr/sbin/clamd -c "$folder/clamd.conf"
    until [ -S "$run/clamd.sock" ]; do
        [ $((tries--)) -gt 0 ] && { [ $tries -gt 490 ] || lock_held clamd; } ||
            die "The virus scanner did not start: $(last_error "$state/log/clamd.log" 'ERROR|error')"
        sleep 0.02
    done
}

# ---- handlers -----------------------------------------------------------------

handler_start() {
    local name=$1 program=$build/motcua-$1
    program_environment "motcua-$name"
    # A new program or other settings need a new parent; otherwise it stays.
    if service_alive "$name" && [ ! "$program" -nt "$run/$name.pid" ] &&
        [ "$(printf '%s\n' "${environment[@]}")" = "$(cat "$run/$name.env" 2>/dev/null)" ]; then
        return 0
    fi
    service_stop "$name"
    rm -f "$run/$name.sock"
    printf '%s\n' "${environment[@]}" >"$run/$name.env" || die "The state folder cannot be written to: $run"
    : >"$state/log/$name.log"
    service_start "$name" env "${environment[@]}" "$program"
    started+=("$name")
}

handlers_start() {
    local name tries
    started=()
    [ -e "$state/clock" ] || printf '+0\n' >"$state/clock"
    for name in "${programs[@]}"; do
        handler_start "$name"
    done
    for name in "${started[@]}"; do
        tries=500
        until [ -S "$run/$name.sock" ]; do
            [ $((tries--)) -gt 0 ] && { [ $tries -gt 490 ] || lock_held "$name"; } ||
                die "motcua-$name did not start: $(last_error "$state/log/$name.log")"
            sleep 0.02
        done
    done
}

# Background work: what a timer does on a server, every minute.
jobs_start() {
    program_environment motcua-jobs
    service_alive jobs && [ ! "$build/motcua-jobs" -nt "$run/jobs.pid" ] && return 0
    service_stop jobs
    # shellcheck disable=SC2016 # for the inner shell
    service_start jobs env "${environment[@]}" bash -c \
        'exec 3<> <(:); while :; do "$0"; read -r -t 60 -u 3; done' "$build/motcua-jobs"
}

# ---- nginx --------------------------------------------------------------------

# Our nginx has the port; workers that outlived their master are ended first.
port_ours() {
    service_alive nginx && [ "$(cat "$run/nginx.port" 2>/dev/null)" = "$port" ] && return 0
    service_alive nginx || service_stop nginx
    return 1
}

port_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null
}

# The files of nginx/ with the places of this instance filled in. Fails when that
# would change nothing.
nginx_configure() {
    local name wanted="$port $run ${MOTCUA_TRUST:-}"
    [ "$(cat "$state/nginx/.for" 2>/dev/null)" != "$wanted" ] ||
        newer_than "$state/nginx/.for" "$top/nginx" "$top/tests/devel/site.sh" || return 1
    mkdir -p "$state/nginx" "$state/cache" || die "The state folder cannot be written to: $state"
    {
        printf '# Addresses that are not limited (MOTCUA_TRUST).\n'
        for name in ${MOTCUA_TRUST:-}; do
            printf '%s 1;\n' "$name"
        done
    } >"$state/nginx/trusted.conf"
    "$top/nginx/expand" "$state/nginx" "RUN=$run" "LOG=$state/log" "TMP=$state/tmp" "CACHE=$state/cache" \
        "STATIC=$state/static" "LIVE=$run/live.sock" "STORE=$state/store" "VOICE=$state/voice" "ERRORS=$state/errors" "PORT=$port" API_RATE=2000 API_BURST=2000 \
        CONNECTIONS=400 "MODULES=load_module $nchan;" 2>"$state/log/nginx-expand.log" || die "The state folder cannot be written to: $state/nginx"
    printf '%s\n' "$wanted" >"$state/nginx/.for"
}

nginx_start() {
    local as='' tries=250 log=$state/log/nginx-error.log
    [ "$(id -u)" -ne 0 ] || as='user root;' # else its workers may not use our sockets
    if service_alive nginx; then
        nginx_configure || return 0
        [ "$(cat "$run/nginx.port" 2>/dev/null)" != "$port" ] || {
            kill -HUP "$(<"$run/nginx.pid")"
            return 0
        }
    else
        nginx_configure || true
    fi
    service_stop nginx QUIT 20
    rm -f "$run/live.sock" # of one that was killed
    ! port_taken || die "$port_taken_sentence"
    : >"$log" 2>/dev/null || die "The state folder cannot be written to: $state"
    service_start nginx nginx -p "$state" -e "$log" -c "$state/nginx/dev.conf" -g "daemon off; $as"
    printf '%s\n' "$port" >"$run/nginx.port"
    until port_taken; do
        [ $((tries--)) -gt 0 ] && { [ $tries -gt 240 ] || lock_held nginx; } ||
            die "nginx did not start: $(last_error "$log" 'emerg|alert' | sed 's/^[^[]*\[[a-z]*\] [0-9#]*: *//')"
        sleep 0.02
    done
}

# site_status PATH: the status line's number, by nothing but bash; past the cache.
site_status() {
    local line
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: up=1\r\nConnection: close\r\n\r\n' "$1" >&3
    read -r -t 10 _ line _ <&3
    exec 3<&- 3>&-
    printf '%s' "$line"
}

site_check() {
    local status
    status=$(site_status / 2>/dev/null)
    [ "$status" = 200 ] ||
        die "The home page does not answer (${status:-no answer}): $(last_error "$state/log/public.log")"
}

site_stop() {
    local name
    service_stop nginx QUIT 20
    service_stop jobs
    service_stop clamd
    for name in "${programs[@]}"; do
        service_stop "$name"
        rm -f "$run/$name.sock"
    done
}
