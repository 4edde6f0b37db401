#!/bin/sh
# Checks the files by which others run gdprdocs in their CI, each with its own linter, and the example organisations by
# the schemas that editors use; `make ci-lint` sets up what it needs. Nothing is fetched: schemas and rules come with
# the linters, or stand in docs/schema/.
#
# Exit code 1: there are faults.
set -eu

cd "$(dirname "$0")/.."
bin=.venv/bin
site=examples/company-site
workflow=gdprdocs/starter/github-workflow.yml
faults=0

# Prints a command, runs it, and remembers that it failed.
check() {
    printf '+ %s\n' "$*"
    "$@" || faults=1
}

check $bin/check-jsonschema --quiet --builtin-schema vendor.github-actions action.yml
check $bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows $workflow
check $bin/check-jsonschema --quiet --builtin-schema custom.github-workflows-require-timeout $workflow
check $bin/check-jsonschema --quiet --builtin-schema vendor.dependabot $site/.github/dependabot.yml
check $bin/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci ci/gitlab.yml
check $bin/check-jsonschema --quiet --check-metaschema docs/schema/*.json
for language in nl en; do
    check $bin/check-jsonschema --quiet --schemafile docs/schema/profile.$language.schema.json organisations/*/profile.yaml
    # shellcheck disable=SC2046 # names of files without spaces
    check $bin/check-jsonschema --quiet --schemafile docs/schema/part.$language.schema.json \
        $(find organisations -name '*.yaml' | sort)
done
check $bin/actionlint -shellcheck $bin/shellcheck -pyflakes= $workflow
check $bin/zizmor --quiet --offline --no-progress --persona auditor action.yml $site
check $bin/hadolint Dockerfile
check $bin/shellcheck .ci/run scripts/*.sh scripts/ci/*.sh
check $bin/pre-commit validate-manifest .pre-commit-hooks.yaml
check $bin/pre-commit validate-config $site/.pre-commit-config.yaml
exit $faults
