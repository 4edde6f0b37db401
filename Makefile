# `make build` on a machine with nothing but Python 3.11 or later sets up what is needed and writes the documents
# of every organisation to output/. `make help` lists the rest. What setting up means stands in scripts/setup.sh.

.DEFAULT_GOAL := build
MAKEFLAGS += --no-builtin-rules

BIN := .venv/bin
RUN := .venv/.gdprdocs-run
DEV := .venv/.gdprdocs-dev
CI_LINT := .venv/.gdprdocs-ci-lint
DOCS := .venv/.gdprdocs-docs
PAGES := .venv/.gdprdocs-pages
EDITOR := .venv/.gdprdocs-editor
ARCHIVE := .venv/.gdprdocs-archive
SETUP_INPUTS := pyproject.toml requirements/build.txt scripts/setup.sh

.PHONY: build
build: $(RUN) ## write the documents of every organisation to output/
	$(BIN)/gdprdocs build --output output

.PHONY: test
test: $(DEV) ## run the tests
	$(BIN)/pytest -n logical --dist loadfile

.PHONY: pages
pages: $(PAGES) ## judge the built pages in a browser and with the HTML checker
	scripts/check_pages.sh

.PHONY: editor
editor: $(EDITOR) ## ask the YAML language server about profiles, as an editor does
	node --test --test-reporter=spec tests/editor/profile.mjs

.PHONY: archive
archive: $(ARCHIVE) ## judge the built PDFs: accessible, and fit for the archive
	scripts/check_pdfs.sh

# The second build goes into a folder of the first, so it comes after it.
.PHONY: docs
docs: $(DOCS) ## build the documentation site to site/, and check every link in it
	$(BIN)/zensical build --clean --strict
	$(BIN)/zensical build --clean --strict --config-file zensical.nl.toml
	$(BIN)/python scripts/check_site.py site

.PHONY: lint
lint: $(DEV) ## check style, layout and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: ci-lint
ci-lint: $(CI_LINT) ## check the action, the CI templates and the container file
	scripts/ci_lint.sh

# check-jsonschema, with which it compares, is one of the linters.
.PHONY: benchmark
benchmark: $(DEV) $(CI_LINT) ## print what checking costs, in ten minutes (benchmarks/validate.py --quick: in one)
	$(BIN)/python benchmarks/validate.py

.PHONY: format
format: $(DEV) ## lay the code out and sort its imports
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

.PHONY: setup
setup: $(DEV) ## install everything that build, test and lint need

.PHONY: lock
lock: ## write requirements/ from pyproject.toml (LOCK_FLAGS=--upgrade takes newer versions)
	scripts/lock.sh

.PHONY: clean
clean: ## remove what was built and installed here
	rm -rf output draft site .cache .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find gdprdocs tests -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r name what; do \
		printf 'make %-9s %s\n' "$$name" "$$what"; \
	done
	@echo 'PYTHON=python3.12 make build chooses the Python of a new .venv.'

$(RUN): requirements/run.txt $(SETUP_INPUTS)
	scripts/setup.sh run

$(DEV): requirements/dev.txt $(SETUP_INPUTS)
	scripts/setup.sh dev

$(CI_LINT): requirements/ci-lint.txt $(SETUP_INPUTS)
	scripts/setup.sh ci-lint

$(DOCS): requirements/docs.txt $(SETUP_INPUTS)
	scripts/setup.sh docs

$(PAGES): requirements/run.txt tests/browser/package-lock.json $(SETUP_INPUTS)
	scripts/setup.sh pages

$(EDITOR): requirements/run.txt tests/editor/package-lock.json $(SETUP_INPUTS)
	scripts/setup.sh editor

$(ARCHIVE): requirements/archive.txt $(SETUP_INPUTS)
	scripts/setup.sh archive
