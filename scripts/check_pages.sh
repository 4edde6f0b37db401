#!/bin/sh
# Builds the pages of every example organisation and judges them; `make pages` sets up what it needs.
#
#   scripts/check_pages.sh            all pages
#   scripts/check_pages.sh PAGE...    these pages
#
# First the Nu HTML checker, then Chromium with axe-core, the keyboard and print (tests/browser/). Exit code 1: faults.
set -eu

cd "$(dirname "$0")/.."
checks=tests/browser

if [ $# -eq 0 ]; then
    pages=$(mktemp -d)
    trap 'rm -rf "$pages"' EXIT
    .venv/bin/gdprdocs build --quiet --format html --output "$pages"
    .venv/bin/gdprdocs build --quiet --format html --output "$pages" --language nl+en \
        --document customer-agreement --document cookie-statement
    .venv/bin/gdprdocs coverage --quiet --format html --output "$pages"
    # shellcheck disable=SC2046 # names of files without spaces
    set -- $(find "$pages" -name '*.html' | sort)
fi

faults=0
# The checker does not compute the hashes by which the pages' own policy allows their style sheet and logo.
java -jar "$checks/node_modules/vnu-jar/build/dist/vnu.jar" --filterpattern '.*Content Security Policy.*' "$@" || faults=1
CHROMIUM=$(command -v "${CHROMIUM:-chromium}") node "$checks/accessibility.mjs" "$@" || faults=1
exit $faults
