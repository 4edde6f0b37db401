#!/usr/bin/env bash
# Checks the profiles for action.yml. On GitHub that gives text in the log, annotations beside the lines and a summary of
# the job. A draft is built in spite of errors.
#
# Needs RUNNER_TEMP, INPUT_ORGANISATION, INPUT_MESSAGES and INPUT_DRAFT.
set -euo pipefail

options=(--messages "$INPUT_MESSAGES")
code=0
"$RUNNER_TEMP/gdprdocs/bin/gdprdocs" validate "${options[@]}" -- ${INPUT_ORGANISATION:+"$INPUT_ORGANISATION"} || code=$?
# 1 is for findings; anything else means that nothing was checked.
[[ $code -eq 1 && $INPUT_DRAFT == true ]] || exit "$code"
