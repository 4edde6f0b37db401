#!/usr/bin/env bash
# Looks at the inputs of action.yml before anything is done with them.
#
# Needs the INPUT_… below.
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
case $INPUT_MESSAGES in
    en | nl) ;;
    *) refuse "'messages' is en or nl." ;;
esac
[[ $INPUT_FORMATS =~ ^[[:space:]]*((html|pdf)[[:space:]]+)*(html|pdf)[[:space:]]*$ ]] ||
    refuse "'formats' is html, pdf, or both with a space between."
[[ $INPUT_DRAFT == false || $INPUT_UPLOAD != pages ]] ||
    refuse "A draft is not published: 'draft' is true and 'upload' is pages."
case /$INPUT_OUTPUT/ in
    //* | *[[:cntrl:]]* | */../*) refuse "'output' is a folder below the working directory." ;;
esac
