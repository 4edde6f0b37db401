#!/bin/sh
# Sets up what the project runs on: the system libraries behind PDF, and .venv from the locks.
#
#   scripts/setup.sh run   what `make build` needs
#   scripts/setup.sh dev   that, and what `make test` and `make lint` need
#   scripts/setup.sh docs  what `make docs` needs: the generator of the documentation site
#   scripts/setup.sh ci-lint what `make ci-lint` needs
#   scripts/setup.sh pages what `make pages` needs: Chromium, Node.js and Java, and what tests/browser/ locks
#   scripts/setup.sh editor what `make editor` needs: Node.js, and what tests/editor/ locks
#   scripts/setup.sh archive what `make archive` needs: a Java that compiles, and veraPDF
#
# The Makefile calls this when a lock or pyproject.toml has changed. PYTHON=python3.12 chooses the Python of a
# new .venv. A file .venv/.gdprdocs-run, -dev, -docs, -ci-lint, -pages, -editor or -archive says what is complete.
# Exit codes: 2 for wrong use, 3 for a missing Python, otherwise that of the step that failed.
set -eu

cd "$(dirname "$0")/.."

venv=.venv
goal=${1:-}
case $goal in
    run | dev | docs | ci-lint | archive) lock=$goal ;;
    pages | editor) lock=run ;;
    *)
        echo "usage: scripts/setup.sh run|dev|docs|ci-lint|pages|editor|archive" >&2
        exit 2
        ;;
esac

say() {
    printf '%s\n' "$*" >&2
}

# Prints a command, then runs it.
run() {
    say "+ $*"
    "$@" </dev/null
}

have() {
    command -v "$1" >/dev/null 2>&1
}

is_recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Sets $python.
find_python() {
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if have "$python" && is_recent "$python"; then
            return
        fi
    done
    if [ -n "${PYTHON:-}" ]; then
        say "setup: PYTHON=$PYTHON is not a Python of version 3.11 or later."
    else
        say "setup: no Python of version 3.11 or later found: not python3, nor python3.11 to python3.14."
        say "Install one (Debian 12 and Ubuntu 24.04 or later: apt-get install python3), or name one: PYTHON=/path/to/python3.12 make build"
    fi
    exit 3
}

apt_install() {
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! have sudo; then
            say "setup: this needs root: apt-get install -y --no-install-recommends $*"
            return 1
        fi
        as_root=sudo
    fi
    # A fresh machine has no package lists, or old ones. One source that does not answer need not matter.
    # shellcheck disable=SC2086 # no word where no sudo is needed
    run $as_root apt-get update || true
    # shellcheck disable=SC2086
    run $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

has_pango() {
    case $(uname -s) in
        Darwin)
            have brew && [ -e "$(brew --prefix)/lib/libpango-1.0.dylib" ]
            ;;
        *)
            "$python" - <<'EOF' >/dev/null 2>&1
import ctypes
for name in ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"):
    ctypes.CDLL(name)
EOF
            ;;
    esac
}

install_pango() {
    say "setup: PDF needs pango and HarfBuzz's subset library, which are not here."
    if have apt-get; then
        apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || true
    elif have brew; then
        run brew install pango || true
    fi
    if ! has_pango; then
        say "setup: going on without PDF; HTML works. For PDF, install with your system's package manager what holds"
        say "libpango-1.0, libpangoft2-1.0 and libharfbuzz-subset (Fedora, Arch, Alpine, Homebrew: pango), then run make again."
        return 1
    fi
}

install_venv_module() {
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
    say "setup: $python has no venv module."
    if have apt-get; then
        apt_install "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" || true
    fi
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        say "setup: install the venv module of $python, or uv, and run make again."
        exit 3
    fi
}

# A .venv that stands is kept: it works, and it has pip if pip is what installs.
has_venv() {
    is_recent "$venv/bin/python" && { have uv || "$venv/bin/python" -m pip --version >/dev/null 2>&1; }
}

make_venv() {
    if have uv; then
        run uv venv --quiet --clear --python "$python" "$venv"
    else
        install_venv_module
        run "$python" -m venv --clear "$venv"
    fi
}

install_packages() {
    if have uv; then
        run uv pip install --quiet --python "$venv/bin/python" "$@"
    else
        run "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
    fi
}

# need COMMAND PACKAGES: installs the packages unless the command is here, and ends when it then still is not.
need() {
    have "$1" && return
    if have apt-get; then
        # shellcheck disable=SC2086 # several packages
        apt_install $2 || true
    fi
    if ! have "$1"; then
        say "setup: make $goal needs $1; install it (CHROMIUM=/path/to/browser names another browser)."
        exit 3
    fi
}

install_locked() {
    run npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error
}

# tests/archive/Judge.java is run as it stands, so a Java is needed that compiles.
install_compiler() {
    have javac && return
    if have apt-get; then
        apt_install default-jdk-headless || true
    fi
    if ! have javac; then
        say "setup: judging PDFs needs a Java development kit (javac) of version 17 or later; install it."
        exit 3
    fi
}

find_python
pango=yes
has_pango || install_pango || pango=no
has_venv || make_venv
install_packages --require-hashes -r requirements/build.txt -r "requirements/$lock.txt"
# The project itself: its requirements, and those for building it, are all there by now.
install_packages --no-deps --no-build-isolation --editable .
case $goal in
    pages)
        need "${CHROMIUM:-chromium}" chromium
        need npm "nodejs npm"
        need java default-jre-headless
        install_locked tests/browser
        ;;
    editor)
        need npm "nodejs npm"
        install_locked tests/editor
        ;;
    archive) install_compiler ;;
esac

# Without the libraries the set-up is not complete: the next `make` looks for them again.
if [ "$pango" = yes ]; then
    touch "$venv/.gdprdocs-run" "$venv/.gdprdocs-$goal"
fi
