# Two commands: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

.PHONY: demo test run tour check bench bench-search bench-lists torture lock format clean

demo: $(VENV)/.runtime
	@exec $(BIN)/python -m bot demo $(if $(RESET),--reset)

tour: $(VENV)/.runtime
	@$(BIN)/python -m bot tour

run: $(VENV)/.runtime
	@exec $(BIN)/python -m bot run

check: $(VENV)/.runtime
	@$(BIN)/python -m bot check

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 4 --ignore tests/browser --ignore tests/torture
	$(BIN)/python -m pytest -n 2 tests/torture
	$(BIN)/python -m pytest tests/browser

bench: $(VENV)/.dev
	@$(BIN)/python -m bench

# Half a minute of the bench: whether a search by word stays instant among 10,000 requests.
bench-search: $(VENV)/.dev
	@$(BIN)/python -m bench search

# How well pasted lists are read, and how fast.
bench-lists: $(VENV)/.dev
	@$(BIN)/python -m bench.lists

# All four combinations of database and intake: killed, killed while people answer at once, stopped.
torture: $(VENV)/.dev
	$(BIN)/python -m tests.torture
	$(BIN)/python -m tests.torture --fast
	$(BIN)/python -m tests.torture --signal TERM
	$(BIN)/python -m tests.torture --plans --people 12 --kills 30

format: $(VENV)/.dev
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

# After a change of dependencies in pyproject.toml.
lock: $(VENV)/.dev
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@echo "Setting up: a virtual environment…"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock | $(VENV)/bin/python
	@echo "Setting up: the libraries (once, about a minute)…"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements.lock --progress-bar on | sed -un 's/^Collecting \([^ ]*\).*/  \1/p'
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	@echo "Setting up: the libraries for development (once, about a minute)…"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements-dev.lock --progress-bar on | sed -un 's/^Collecting \([^ ]*\).*/  \1/p'
	@touch $@ $(VENV)/.runtime
