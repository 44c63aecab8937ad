# Two commands for a newcomer: `make demo` and `make test`. Each sets up a .venv with Python 3.11 or newer first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test check bench bench-anonymise clean

demo: $(VENV)/.installed
	@$(BIN)/reviewkit demo demo

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest

check: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

# PEERS="pandoc yamale" runs beside these only; ROUNDS=3 and SHORT=1 take less time.
bench: | $(VENV)/bin/python
	$(BIN)/python benchmarks/run.py $(if $(PEERS),--peers "$(PEERS)") $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(SHORT),--short)

# PEERS=folder adds Presidio and scrubadub, in an environment made there; TAB=file adds the court cases.
bench-anonymise: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/anonymise/run.py $(if $(PEERS),--peers "$(PEERS)") $(if $(TAB),--tab "$(TAB)")

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "reviewkit needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || echo missing)."; \
	  echo "Install it, or name it: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "This Python can't make a virtual environment. On Debian or Ubuntu: apt install python3-venv"; \
	  rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) (once, about half a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV) for tests (once, about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .bench build dist demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
