# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Copyright motcua contributors
#
# Sourced by ./dev: a private MariaDB that listens on a Unix socket below the
# state folder and on nothing else. Nothing outside the folder is touched.

accounts=(motcua-public motcua-staff motcua-kiosk motcua-jobs motcua-owner)
server_files=/usr/share/mysql

# Runs SQL from stdin as the server's administrator (the Unix user who started it).
database_admin() {
    mariadb --no-defaults --socket="$run/db.sock" --user="$(id -un)" --batch --skip-column-names "$@"
}

database_answers() {
    [ -S "$run/db.sock" ] && database_admin -e 'do 0' 2>/dev/null
}

# Makes the data folder by the server's own bootstrap, under another name first: a
# folder that is half made is never taken for a good one.
database_bootstrap() {
    local as=()
    [ "$(id -u)" -ne 0 ] || as=(--user=root)
    rm -rf "$state/db.new" "$state/db" "$state/.accounts" "$state/.migrated"
    mkdir -p "$state/db.new/mysql" || die "The state folder cannot be written to: $state"
    # The bootstrap ends a statement at the end of a line, so it gets one a line.
    {
        printf 'create database if not exists mysql;\nuse mysql;\nset @auth_root_socket="%s";\n' "$(id -un)"
        cat $server_files/mysql_system_tables.sql $server_files/mysql_performance_tables.sql \
            $server_files/mysql_system_tables_data.sql $server_files/maria_add_gis_sp_bootstrap.sql
    } | mariadbd --no-defaults --bootstrap "${as[@]}" --datadir="$state/db.new" --tmpdir="$state/tmp" --log-warnings=0 \
        --enforce-storage-engine= --innodb-log-file-size=8M --max-allowed-packet=8M \
        --net-buffer-length=16K >"$state/log/db-bootstrap.log" 2>&1 8>&- ||
        die "The database could not be made: $(last_error "$state/log/db-bootstrap.log" 'ERROR|error')"
    mv "$state/db.new" "$state/db"
}

database_start() {
    local as=() tries=1500 log=$state/log/db.err
    if [ -e "$state/.ready" ] && service_alive db; then
        database_answers && return 0
    else
        service_stop db
        # Data that never became complete holds nothing of anybody.
        [ -e "$state/.ready" ] && [ -d "$state/db/mysql" ] || {
            [ ! -e "$state/.ready" ] || die "The data folder is gone but $state/.ready says it was complete; ./dev reset starts anew."
            say "Making the database …"
            database_bootstrap
        }
        [ "$(id -u)" -ne 0 ] || as=(--user=root)
        rm -f "$run/db.sock"
        : >"$log" 2>/dev/null || die "The state folder cannot be written to: $state"
        service_start db mariadbd --no-defaults "${as[@]}" --datadir="$state/db" --socket="$run/db.sock" \
            --pid-file="$run/mariadbd.pid" --tmpdir="$state/tmp" --secure-file-priv="$state/tmp" \
            --log-error="$log" --skip-networking --skip-name-resolve --performance-schema=OFF \
            --character-set-server=utf8mb4 --collation-server=utf8mb4_uca1400_ai_ci \
            --default-time-zone=+07:00 --innodb-buffer-pool-size=256M --innodb-log-file-size=64M \
            --innodb-snapshot-isolation=ON --innodb-ft-min-token-size=2 \
            --innodb-buffer-pool-load-at-startup=OFF --innodb-buffer-pool-dump-at-shutdown=OFF \
            --local-infile=0 --max-connections=60 --max-statement-time=15 --innodb-lock-wait-timeout=5 \
            --sql-mode=STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO
    fi
    until database_answers; do
        lock_held db || [ $tries -gt 1490 ] ||
            die "The database did not start: $(database_complaint "$log")"
        [ $((tries--)) -gt 0 ] || die "The database has not answered for 30 seconds; see $log"
        sleep 0.02
    done
}

database_complaint() {
    local line
    line=$(last_error "$1" 'ERROR' | sed 's/^[^[]*\[ERROR\] *//')
    printf '%s' "${line:-see $1}"
}

# A secret of its own for each account and purpose, made once, readable by us only.
secrets_make() {
    local name
    for name in "${accounts[@]}"; do
        [ -s "$state/secrets/$name.password" ] ||
            head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$state/secrets/$name.password" ||
            die "The state folder cannot be written to: $state/secrets"
    done
    for name in lookup cookie form ticket; do
        [ "$(stat -c %s "$state/secrets/keys/$name.key" 2>/dev/null)" = 32 ] ||
            head -c 32 /dev/urandom >"$state/secrets/keys/$name.key" ||
            die "The state folder cannot be written to: $state/secrets"
    done
}

# Database and accounts; again whenever a secret is newer than the last time.
database_accounts() {
    local name
    newer_than "$state/.accounts" "$state/secrets" "$top/sql/grants/motcua-owner.sql" || return 0
    {
        printf 'create database if not exists motcua character set utf8mb4 collate utf8mb4_uca1400_ai_ci;\n'
        for name in "${accounts[@]}"; do
            printf "create user if not exists '%s'@localhost identified by '%s';\n" \
                "$name" "$(<"$state/secrets/$name.password")"
            printf "alter user '%s'@localhost identified by '%s';\n" "$name" "$(<"$state/secrets/$name.password")"
        done
        printf 'use motcua;\n'
        cat "$top/sql/grants/motcua-owner.sql"
    } | database_admin 2>"$state/log/accounts.log" ||
        die "The database accounts could not be made: $(last_error "$state/log/accounts.log")"
    touch "$state/.accounts"
}

# Schema, views, grants by the program itself; the sample province once.
database_fill() {
    if newer_than "$state/.migrated" "$top/sql" "$build/motcua" || [ ! -e "$state/.ready" ]; then
        admin_environment
        (env "${environment[@]}" "$build/motcua" migrate) >"$state/log/migrate.log" 2>&1 8>&- ||
            die "The database could not be migrated: $(last_error "$state/log/migrate.log")"
        cat "$top"/sql/grants/*.sql | database_admin motcua 2>"$state/log/grants.log" ||
            die "The rights of the accounts could not be granted: $(last_error "$state/log/grants.log")"
        touch "$state/.migrated"
    fi
    [ -e "$state/.ready" ] && return 0
    say "Loading the sample province …"
    (env "${environment[@]}" "$build/motcua" sample load) >"$state/log/sample.log" 2>&1 8>&- ||
        die "The sample province could not be loaded: $(last_error "$state/log/sample.log")"
    touch "$state/.ready" && sync "$state/.ready" "$state" ||
        die "The state folder cannot be written to: $state"
}

database_stop() {
    service_stop db TERM 300
    rm -f "$run/db.sock"
}
