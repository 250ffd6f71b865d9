# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Copyright motcua contributors
#
# Sourced by tests that need a database of their own:
#
#   . tests/lib/mariadb.sh
#   mariadb_start        starts a private server below a fresh folder; sets
#                        MARIADB_HOME, MARIADB_SOCKET, MARIADB_PID
#   mariadb_sql …        the client as the server's administrator
#   mariadb_kill         ends the server as a power cut would
#   mariadb_again        starts it anew on the same data
#   mariadb_stop         ends it and removes the folder
#
# The server listens on a Unix socket in a 0700 folder and on nothing else.
# MARIADB_FLAGS may hold further options.

mariadb_files=/usr/share/mysql

mariadb_as_root() {
    [ "$(id -u)" -ne 0 ] || printf -- '--user=root'
}

mariadb_sql() {
    mariadb --no-defaults --socket="$MARIADB_SOCKET" --user="$(id -un)" --batch --skip-column-names "$@"
}

mariadb_make() {
    MARIADB_HOME=$(mktemp -d "${TMPDIR:-/tmp}/motcua-db-XXXXXX") || return 1
    MARIADB_SOCKET=$MARIADB_HOME/db.sock
    mkdir -p "$MARIADB_HOME/data/mysql" "$MARIADB_HOME/tmp"
    {
        printf 'create database if not exists mysql;\nuse mysql;\nset @auth_root_socket="%s";\n' "$(id -un)"
        cat $mariadb_files/mysql_system_tables.sql $mariadb_files/mysql_performance_tables.sql \
            $mariadb_files/mysql_system_tables_data.sql $mariadb_files/maria_add_gis_sp_bootstrap.sql
    } | mariadbd --no-defaults --bootstrap $(mariadb_as_root) --datadir="$MARIADB_HOME/data" \
        --log-warnings=0 --enforce-storage-engine= --innodb-log-file-size=8M --max-allowed-packet=8M \
        --net-buffer-length=16K >"$MARIADB_HOME/bootstrap.log" 2>&1
}

mariadb_again() {
    local tries=1500
    rm -f "$MARIADB_SOCKET"
    # shellcheck disable=SC2046,SC2086
    mariadbd --no-defaults $(mariadb_as_root) --datadir="$MARIADB_HOME/data" \
        --socket="$MARIADB_SOCKET" --pid-file="$MARIADB_HOME/db.pid" --tmpdir="$MARIADB_HOME/tmp" \
        --log-error="$MARIADB_HOME/db.err" --skip-networking --skip-name-resolve \
        --performance-schema=OFF --character-set-server=utf8mb4 \
        --collation-server=utf8mb4_uca1400_ai_ci --innodb-buffer-pool-size=64M \
        --innodb-log-file-size=16M --innodb-snapshot-isolation=ON --local-infile=0 \
        --max-connections=60 ${MARIADB_FLAGS:-} >/dev/null 2>&1 </dev/null &
    MARIADB_PID=$!
    until mariadb_sql -e 'do 0' 2>/dev/null; do
        kill -0 "$MARIADB_PID" 2>/dev/null && [ $((tries--)) -gt 0 ] || {
            printf 'mariadbd did not start:\n' >&2
            tail -5 "$MARIADB_HOME/db.err" >&2
            return 1
        }
        sleep 0.02
    done
}

mariadb_start() {
    mariadb_make && mariadb_again
}

mariadb_kill() {
    kill -KILL "$MARIADB_PID" 2>/dev/null
    wait "$MARIADB_PID" 2>/dev/null
    return 0
}

mariadb_stop() {
    [ -n "${MARIADB_HOME:-}" ] || return 0
    kill -TERM "$MARIADB_PID" 2>/dev/null
    wait "$MARIADB_PID" 2>/dev/null
    rm -rf "$MARIADB_HOME"
    MARIADB_HOME=
}

# mariadb_motcua TOP: an empty database motcua with its owner's account, and the settings
# that let the programs of the build folder use it; keys are made.
mariadb_motcua() {
    local name
    mkdir -m 700 "$MARIADB_HOME/keys"
    for name in lookup cookie form ticket; do
        (umask 077 && head -c 32 /dev/urandom >"$MARIADB_HOME/keys/$name.key")
    done
    (umask 077 && echo secret >"$MARIADB_HOME/password")
    {
        echo 'create database motcua character set utf8mb4 collate utf8mb4_uca1400_ai_ci;'
        for name in owner public staff kiosk jobs; do
            echo "create user 'motcua-$name'@localhost identified by 'secret';"
        done
        echo "grant all privileges on motcua.* to 'motcua-owner'@localhost with grant option;"
    } | mariadb_sql || return 1
    export MOTCUA_DB=unix:$MARIADB_SOCKET MOTCUA_DB_USER=motcua-owner MOTCUA_DB_NAME=motcua
    export MOTCUA_DB_PASSWORD_FILE=$MARIADB_HOME/password MOTCUA_KEYS=$MARIADB_HOME/keys
    export MOTCUA_SQL=$1/sql MOTCUA_TEMPLATES=$1/templates MOTCUA_SITE=https://motcua.example
    unset MOTCUA_CLOCK
}
