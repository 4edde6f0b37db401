#!/bin/sh
# Builds the pages of every example organisation and judges them; `make pages` sets up what it needs.
#
#   scripts/check_pages.sh            all pages
#   scripts/check_pages.sh PAGE...    these pages
#
# First the public folders, as a website under a strict policy (tests/browser/site.mjs); then every page in the Nu HTML
# checker and with axe-core in Chromium (tests/browser/accessibility.mjs). Exit code 1: there are faults.
set -eu

cd "$(dirname "$0")/.."
checks=tests/browser

faults=0
if [ $# -eq 0 ]; then
    pages=$(mktemp -d)
    trap 'rm -rf "$pages"' EXIT
    .venv/bin/gdprdocs build --quiet --format html --output "$pages"
    CHROMIUM=$(command -v "${CHROMIUM:-chromium}") node "$checks/site.mjs" "$pages"/*/public || faults=1
    .venv/bin/gdprdocs build --quiet --format html --output "$pages" --language nl+en \
        --document customer-agreement --document cookie-statement
    .venv/bin/gdprdocs coverage --quiet --format html --output "$pages"
    # shellcheck disable=SC2046 # names of files without spaces
    set -- $(find "$pages" -name '*.html' | sort)
fi

# The checker knows neither what the policy's 'self' means for a file, nor that a block of data does not run.
java -jar "$checks/node_modules/vnu-jar/build/dist/vnu.jar" --filterpattern '.*Content Security Policy.*' "$@" || faults=1
CHROMIUM=$(command -v "${CHROMIUM:-chromium}") node "$checks/accessibility.mjs" "$@" || faults=1
exit $faults
