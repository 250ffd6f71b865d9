# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Copyright motcua contributors
#
# Sourced by ./dev: builds out of tree when a source is newer than the last build.

build=${MOTCUA_BUILD:-$top/build}
build_switches=(--enable-developer --enable-faults)

build_fresh() {
    ! newer_than "$build/.built" "$top/cgi" "$top/tests/unit" "$top/Makefile.am" "$top/configure.ac" &&
        [ -x "$build/motcua" ] && [ -x "$build/motcua-public" ]
}

build_ensure() {
    local free
    [ -z "${MOTCUA_BUILT:-}" ] || return 0 # a run of tests keeps to one build
    build_fresh && return 0
    (umask 022 && mkdir -p "$build") 2>/dev/null && [ -w "$build" ] ||
        die "The build folder cannot be written to: $build (MOTCUA_BUILD names another)."
    exec 7>"$build/.lock"
    flock 7
    build_fresh && { exec 7>&-; return 0; }
    free=$(df -Pk "$build" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge 60 ] || die "The disk of the build folder is full: $free MB free, 60 MB needed, in $build"
    say "Building in ${build#"$top"/} …"
    touch "$build/.building" 2>/dev/null || die "The build folder cannot be written to: $build"
    (
        umask 022
        exec 8>&- >"$build/build.log" 2>&1
        cd "$top" || exit 1
        [ -e configure ] && [ -e build-aux/depcomp ] || autoreconf -i || exit 1
        cd "$build" || exit 1
        [ -e Makefile ] || "$top/configure" "${build_switches[@]}" || exit 1
        make -j"$(nproc)" all || exit 1
    ) || {
        grep -aE 'error:|undefined reference|\*\*\*' "$build/build.log" | head -n 20 >&2
        die "The build failed; all of it is in $build/build.log"
    }
    mv "$build/.building" "$build/.built"
    exec 7>&-
}
