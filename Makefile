# Says Who?: `make run` is all that a fresh machine needs. `make help` lists the rest.

PYTHON ?=
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
ARTICLES := $(wildcard ../shared/articles)

# Which Python makes the virtual environment: the one asked for, else the first new enough.
CANDIDATES := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11)
FIND_PYTHON = for candidate in $(CANDIDATES); do \
	$$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$candidate && break; done
HAS_VENV = $(python) -c 'import ensurepip, venv' 2>/dev/null && echo yes
IS_WRITABLE = test -w . && echo yes

# $(error) prints one line and stops; a failing recipe would add a second one.
define find_python
	$(if $(shell $(IS_WRITABLE)),,$(error Cannot write to $(CURDIR). Copy the project to a folder of your own))
	$(eval python := $(shell $(FIND_PYTHON)))
	$(if $(python),,$(error Python 3.11 or newer is needed (tried: $(CANDIDATES)). \
		Install one, or name it: make run PYTHON=python3.12))
	$(if $(shell $(HAS_VENV)),,$(error $(python) lacks its venv module. \
		On Debian or Ubuntu: apt-get install python3-venv. Or name another: make run PYTHON=python3.12))
endef

.DEFAULT_GOAL := help
.PHONY: help run install test check quality format lint bench clean

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.installed ## Install what is missing, make the database, serve, print the address
	@$(PY) -m quizapp db upgrade
	@$(PY) -m quizapp serve

install: $(VENV)/.installed ## Only install; .venv/bin/quizapp works afterwards

test: $(VENV)/.installed-dev ## Run all tests (some of them: make test ARGS=tests/store)
	$(PY) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(ARGS)

check: lint ## Run everything that CI runs: format, lint, types, packs, tests
	$(PY) -m quizapp check $(if $(ARTICLES),--texts $(ARTICLES))
	@$(MAKE) --no-print-directory test

quality: $(VENV)/.installed-dev ## Measure the questions, fail on a missed target, write docs/quality.md
	$(PY) -m quizapp quality 287g branches --synthetic 20000 --ablations $(if $(ARTICLES),--texts $(ARTICLES)) \
		--gate --write docs/quality.md

lint: $(VENV)/.installed-dev ## Check format, style, the order of the rooms and types
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(VENV)/bin/lint-imports
	$(PY) -m mypy

format: $(VENV)/.installed-dev ## Format the code and mend what can be mended
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

bench: $(VENV)/.installed-dev ## Measure how fast questions are made, and write docs/performance.md (minutes)
	$(PY) -m benchmarks --write docs/performance.md

clean: ## Remove what make made, but not instance/, where the answers are
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/.made:
	$(find_python)
	@echo "Making a virtual environment in $(VENV) with $(python) ..."
	@$(python) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing (the first time this takes a minute) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing, with what the tests need (the first time this takes a minute) ..."
	@$(PIP) --editable '.[dev]'
	@touch $(VENV)/.installed $@
