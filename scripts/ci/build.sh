#!/usr/bin/env bash
# Builds the documents for action.yml, and says where those for the public are: `public` in GITHUB_OUTPUT.
#
# Needs RUNNER_TEMP, GITHUB_OUTPUT, GITHUB_WORKSPACE and the INPUT_… below.
set -euo pipefail

refuse() {
    echo "::error title=gdprdocs::$1"
    exit 2
}

case $INPUT_UPLOAD in
    none | artifact | pages) ;;
    *) refuse "'upload' is none, artifact or pages." ;;
esac
case $INPUT_DRAFT in
    true | false) ;;
    *) refuse "'draft' is true or false." ;;
esac
[[ $INPUT_DRAFT == false || $INPUT_UPLOAD != pages ]] || refuse "A draft is not published: 'draft' is true and 'upload' is pages."
case /$INPUT_OUTPUT/ in
    //* | *$'\n'* | */../*) refuse "'output' is a folder below the working directory." ;;
esac

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
    where=$(realpath --no-symlinks --relative-to "$GITHUB_WORKSPACE" "${public[0]}")
    echo "public=$where" >>"$GITHUB_OUTPUT"
    echo "Public documents: $where"
elif [[ $INPUT_UPLOAD != none ]]; then
    refuse "There are ${#public[@]} organisations with public documents in 'output'; name one in 'organisation'."
fi
