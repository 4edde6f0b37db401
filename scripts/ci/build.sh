#!/usr/bin/env bash
# Builds the documents for action.yml, and says where those for the public are: `public` in GITHUB_OUTPUT.
#
# Needs RUNNER_TEMP, GITHUB_OUTPUT, GITHUB_WORKSPACE and the INPUT_… below.
set -euo pipefail

options=(--messages "$INPUT_MESSAGES" --output "$INPUT_OUTPUT")
read -r -d '' -a formats <<<"$INPUT_FORMATS" || true # read fails at the end of the text, having read it
for format in "${formats[@]}"; do
    options+=(--format "$format")
done
[[ $INPUT_DRAFT == false ]] || options+=(--draft)
code=0
"$RUNNER_TEMP/gdprdocs/bin/gdprdocs" build "${options[@]}" -- ${INPUT_ORGANISATION:+"$INPUT_ORGANISATION"} || code=$?
[[ $code -eq 0 || ($code -eq 1 && $INPUT_DRAFT == true) ]] || exit "$code"

shopt -s nullglob
public=("$INPUT_OUTPUT"/*/public)
if [[ ${#public[@]} -eq 1 ]]; then
    where=$(realpath --no-symlinks --relative-to "$GITHUB_WORKSPACE" -- "${public[0]}")
    echo "public=$where" >>"$GITHUB_OUTPUT"
    echo "Public documents: $where"
elif [[ $INPUT_UPLOAD != none ]]; then
    echo "::error title=gdprdocs::There are ${#public[@]} organisations with public documents; name one in 'organisation'."
    exit 2
fi
