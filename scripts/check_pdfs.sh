#!/bin/sh
# Builds the PDFs of every example organisation and has them judged; `make archive` sets up what it needs.
#
#   scripts/check_pdfs.sh              all PDFs
#   scripts/check_pdfs.sh OUTPUT...    those in these folders, which builds wrote
#
# Each must be PDF/UA-1 (accessible) and PDF/A-3a (fit for the archive): see tests/archive/check.py. Exit code 1: one is
# not.
set -eu

cd "$(dirname "$0")/.."

if [ $# -eq 0 ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    .venv/bin/gdprdocs build --quiet --format pdf --output "$folder/all"
    .venv/bin/gdprdocs build --quiet --format pdf --output "$folder/bilingual" --language nl+en \
        --document customer-agreement --document sub-processor-list kaartwolk
    .venv/bin/gdprdocs build --quiet --format pdf --output "$folder/annotated" --language nl \
        --annotate --document privacy-statement --document breach-procedure meridiaan
    .venv/bin/gdprdocs build --quiet --format pdf --output "$folder/draft" --language en \
        --draft --document processing-register --document cookie-statement huisartsen-de-linde
    set -- "$folder/all" "$folder/bilingual" "$folder/annotated" "$folder/draft"
fi

.venv/bin/python -m tests.archive.check "$@"
