# The two commands that everybody needs are `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: help run test test-long bench lint pollock screenshots evidence

help:  ## show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, and $(PYTHON) is $$($(PYTHON) -V 2>&1). Name a newer one: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[explain,onnx]"
	touch $@

$(VENV)/.installed-tests: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[explain,onnx,test]"
	command -v chromium || command -v google-chrome || $(BIN)/python -m playwright install chromium
	touch $@

run: $(VENV)/.installed  ## install what is needed and start on http://127.0.0.1:8000 (ARGS=--no-browser)
	$(BIN)/playground serve $(ARGS)

test: $(VENV)/.installed-tests  ## install what tests need and run them all
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(ARGS)

test-long: $(VENV)/.installed-tests  ## the tests that take minutes (RANDOM_PIPELINES=seeds, as in 100-130)
	$(BIN)/python -m pytest --numprocesses 2 -m slow $(ARGS)

lint: $(VENV)/.installed-tests  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.installed  ## measure what is fast and what is not, beside the targets
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python bench/table.py

pollock: $(VENV)/.installed  ## score the loader on the Pollock benchmark (POLLOCK=folder of polluted_files.tar.xz)
	$(BIN)/python bench/pollock.py $(POLLOCK)

screenshots: $(VENV)/.installed-tests  ## take the pictures of docs/screenshots anew
	PLAYGROUND_SCREENSHOTS=docs/screenshots $(BIN)/python -m pytest tests/browser -k "project or uploads or finding"

evidence: $(VENV)/.installed  ## learn again which words speak for which tool, from assistant/router/tool/examples.jsonl
	$(BIN)/python -m assistant.router.tool.learn_evidence
