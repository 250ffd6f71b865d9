# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Copyright motcua contributors
#
# Sourced by ./dev: what must be on the machine, and how it gets there. A line is
# a file that shows that a package is there, and the package that brings it.

packages_run='
/usr/bin/gcc build-essential
/usr/bin/make build-essential
/usr/bin/autoreconf autoconf
/usr/bin/automake automake
/usr/bin/pkg-config pkg-config
/usr/include/fcgiapp.h libfcgi-dev
/usr/include/ClearSilver/ClearSilver.h clearsilver-dev
/usr/include/mariadb/mysql.h libmariadb-dev
/usr/include/sodium.h libsodium-dev
/usr/include/uninorm.h libunistring-dev
/usr/include/jansson.h libjansson-dev
/usr/include/liboath/oath.h liboath-dev
/usr/include/qrencode.h libqrencode-dev
/usr/include/zint.h libzint-dev
/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf fonts-noto-core
/usr/include/pango-1.0/pango/pangocairo.h libpango1.0-dev
/usr/include/magic.h libmagic-dev
/usr/include/zlib.h zlib1g-dev
/usr/bin/curl-config libcurl4-openssl-dev
/usr/include/cmocka.h libcmocka-dev
/usr/sbin/mariadbd mariadb-server-core
/usr/share/mysql/mysql_system_tables.sql mariadb-server-core
/usr/bin/mariadb mariadb-client-core
/usr/sbin/nginx nginx
/usr/lib/nginx/modules/ngx_nchan_module.so libnginx-mod-nchan
/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf fonts-croscore
'
packages_test='
/usr/bin/node nodejs
/usr/bin/npm npm
/usr/bin/chromium-headless-shell chromium-headless-shell
/usr/bin/python3 python3
/usr/lib/python3/dist-packages/aiosmtpd/controller.py python3-aiosmtpd
/usr/bin/curl curl
/usr/bin/zbarimg zbar-tools
/usr/sbin/clamd clamav-daemon
/usr/bin/pdftoppm poppler-utils
/usr/bin/openssl openssl
/usr/bin/systemd-analyze systemd
/usr/bin/clang clang
/usr/lib/llvm-14/lib/clang/14.0.6/include/fuzzer/FuzzedDataProvider.h libclang-rt-14-dev
'
packages_bench='
/usr/bin/wrk wrk
/usr/bin/python3 python3
'

# packages_missing LIST: prints the packages that are not there.
packages_missing() {
    local file package
    while read -r file package; do
        [ -z "$file" ] || [ -e "$file" ] || [ -e "${file/usr\/bin/usr/local/bin}" ] ||
            printf '%s\n' "$package"
    done <<<"$1" | sort -u
}

packages_ensure() {
    local missing wanted=$1
    # shellcheck disable=SC2046 # one word a package
    set -- $(packages_missing "$1")
    [ $# -gt 0 ] || return 0
    missing=$*
    command -v apt-get >/dev/null ||
        die "These Debian packages are missing, and there is no apt-get to install them: $missing"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; } ||
            die "Packages are missing and you may not install them; as root: apt-get install --no-install-recommends $missing"
        as_root=(sudo)
    fi
    say "Installing: $missing"
    packages_install "$@" >"$state/log/packages.log" 2>&1 ||
        die "apt-get could not install $missing: $(last_error "$state/log/packages.log" '^E:')"
    # shellcheck disable=SC2046
    set -- $(packages_missing "$wanted")
    [ $# -eq 0 ] || die "Still missing after apt-get install: $*"
}

# Installs without starting a service, now or at the next boot of the machine.
packages_install() {
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qy)
    local policy=/usr/sbin/policy-rc.d services=() ok=0
    [ -e /usr/sbin/nginx ] || services+=(nginx.service)
    [ -e /usr/sbin/clamd ] || services+=(clamav-daemon.service clamav-daemon.socket)
    [ -e /usr/bin/freshclam ] || services+=(clamav-freshclam.service)
    [ ! -e $policy ] || "${as_root[@]}" mv $policy $policy.before-motcua
    # shellcheck disable=SC2064
    trap "packages_restore $policy" EXIT
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee $policy >/dev/null
    "${as_root[@]}" chmod 755 $policy
    "${apt[@]}" install --no-install-recommends "$@" ||
        { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "$@"; } || ok=1
    packages_restore $policy
    trap - EXIT
    [ ${#services[@]} -eq 0 ] || ! command -v systemctl >/dev/null ||
        "${as_root[@]}" systemctl disable "${services[@]}" || true
    return $ok
}

packages_restore() {
    "${as_root[@]}" rm -f "$1"
    [ ! -e "$1.before-motcua" ] || "${as_root[@]}" mv "$1.before-motcua" "$1"
}
