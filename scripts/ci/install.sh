#!/usr/bin/env bash
# Installs gdprdocs for action.yml: the libraries behind PDF if PDFs are wanted, and the program in an environment of
# its own, so that no package meets those of the repository that uses the action.
#
# Needs PYTHON, GITHUB_ACTION_PATH, RUNNER_TEMP and INPUT_FORMATS.
set -euo pipefail

if [[ $INPUT_FORMATS == *pdf* ]]; then
    if ! command -v apt-get >/dev/null; then
        echo "::error title=gdprdocs::PDFs need a runner with Ubuntu or Debian; elsewhere write 'formats: html'."
        exit 3
    fi
    as_root=()
    [[ $(id -u) -eq 0 ]] || as_root=(sudo)
    "${as_root[@]}" apt-get update
    "${as_root[@]}" apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
fi

venv=$RUNNER_TEMP/gdprdocs
requirements=$GITHUB_ACTION_PATH/requirements
pip=("$venv/bin/python" -m pip install --quiet --disable-pip-version-check)
"$PYTHON" -m venv "$venv"
"${pip[@]}" --require-hashes --requirement "$requirements/build.txt" --requirement "$requirements/run.txt"
"${pip[@]}" --no-deps --no-build-isolation "$GITHUB_ACTION_PATH"
"$venv/bin/gdprdocs" --version
