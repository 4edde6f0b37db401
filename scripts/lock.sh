#!/bin/sh
# Writes the locks in requirements/ from pyproject.toml. Run it as `make lock`.
#
# A version that a lock already names stays, unless pyproject.toml no longer allows it:
#   make lock LOCK_FLAGS=--upgrade                      takes the newest of everything
#   make lock LOCK_FLAGS='--upgrade-package weasyprint' takes the newest of one package
set -eu

cd "$(dirname "$0")/.."

uv=uv
if ! command -v uv >/dev/null 2>&1; then
    temporary=$(mktemp -d)
    trap 'rm -rf "$temporary"' EXIT
    "${PYTHON:-python3}" -m venv "$temporary"
    "$temporary/bin/python" -m pip install --quiet uv
    uv=$temporary/bin/uv
fi

# One lock holds for every system and every Python that the project supports.
lock() {
    output=$1
    shift
    # shellcheck disable=SC2086 # LOCK_FLAGS may hold several words
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command 'make lock' ${LOCK_FLAGS:-} --output-file "requirements/$output" "$@"
    echo "requirements/$output"
}

lock dev.txt --group dev pyproject.toml
# The others take their versions from the first, so that all can go into one environment.
lock docs.txt --constraints requirements/dev.txt --group docs pyproject.toml
lock run.txt --constraints requirements/dev.txt pyproject.toml
lock archive.txt --constraints requirements/dev.txt --group archive pyproject.toml
lock build.txt --constraints requirements/dev.txt --group build
