#!/usr/bin/env bash
# Looks for the tools that a step needs, installs Debian's packages when it may, and otherwise names what is missing.
#   tools.sh build | node | python | test
set -euo pipefail

fail() {
    printf '\n%s\n\n' "$1" >&2
    exit 1
}

need_node() {
    command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js 20 or newer is missing: https://nodejs.org/"
    local major
    major=$(node --print 'process.versions.node.split(".")[0]')
    [ "$major" -ge 20 ] || fail "Node.js 20 or newer is needed; this is $(node --version)."
}

case "${1:?build, node, python or test}" in
build)
    command -v rustup >/dev/null || fail "rustup is missing: https://rustup.rs/ (it brings the pinned Rust by itself)"
    command -v cc >/dev/null || fail "A C compiler is missing. On Debian: apt-get install build-essential"
    need_node
    ;;
node)
    need_node
    ;;
python)
    # Debian ships Python without what makes an environment of one's own.
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        if [ "$(id -u)" -eq 0 ] && [ -f /etc/debian_version ]; then
            export DEBIAN_FRONTEND=noninteractive
            apt-get update -qq
            apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
        else
            fail "Python 3.11 or newer with venv is missing. On Debian as root: apt-get install python3-venv"
        fi
    fi
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is needed; this is $(python3 --version)."
    ;;
test)
    need_node
    packages=()
    bash .ci/postgres.sh find 2>/dev/null || packages+=(postgresql)
    command -v openssl >/dev/null || packages+=(openssl)
    command -v prlimit >/dev/null || packages+=(util-linux)
    command -v strace >/dev/null || packages+=(strace)
    [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || packages+=(chromium)
    # fc-list comes with Chromium's own dependencies.
    { command -v fc-list >/dev/null && fc-list :lang=zh-cn | grep -q .; } || packages+=(fontconfig fonts-noto-cjk)
    if [ "${#packages[@]}" -gt 0 ]; then
        if [ "$(id -u)" -eq 0 ] && [ -f /etc/debian_version ]; then
            export DEBIAN_FRONTEND=noninteractive
            apt-get update -qq
            apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
        else
            fail "The tests need: ${packages[*]} (names of Debian's packages).
On Debian as root: apt-get install ${packages[*]}
Elsewhere: install Chromium and a Chinese font, and set CHROMIUM to the browser's path; install PostgreSQL 15 or newer, and set
POSTGRES_BIN to the folder of its programs."
        fi
    fi
    ;;
*)
    fail "tools.sh: build, node, python or test"
    ;;
esac
