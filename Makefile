# Copydesk from a fresh machine: Python 3.11 or newer and make, nothing else.

SHELL := /bin/sh
.NOTPARALLEL:
.SUFFIXES:
.DEFAULT_GOAL := help

# Where the service listens, and how many processes answer.
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 1
# Handed on to pytest, scripts/evaluate.py and scripts/bench.py.
ARGS ?=

# pyright finds Node in a wheel and its own code in another; it must not ask for news of itself.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

BIN := .venv/bin
INSTALL = python=$$(PYTHON="$(PYTHON)" sh scripts/find-python.sh) && "$$python" scripts/install.py
ENGINE = $(BIN)/copydesk engine install || \
	echo 'LanguageTool is not there: grammar and spelling are not checked, all else works.' \
	'To try again: $(BIN)/copydesk engine install'

.PHONY: help run test lint eval bench lock openapi docs clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1 \t/p' Makefile

run: ## install everything and serve on HOST= PORT= with WORKERS= processes
	@$(INSTALL) run
	@$(ENGINE)
	@exec $(BIN)/copydesk serve --host '$(HOST)' --port '$(PORT)' --workers '$(WORKERS)'

test: lint ## install everything and run every check and test
	@$(ENGINE)
	@exec $(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

lint: ## run the checks that read the code: ruff, mypy, pyright, import-linter
	@$(INSTALL) test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports --no-logo

eval: ## measure on the evaluation sets, where they are, into benchmarks/quality
	@$(INSTALL) test
	@$(ENGINE)
	@exec $(BIN)/python scripts/evaluate.py $(ARGS)

bench: ## time Copydesk beside other checkers, into benchmarks/speed
	@$(INSTALL) test
	@$(ENGINE)
	@exec $(BIN)/python scripts/bench.py $(ARGS)

lock: ## pin the requirement files anew (UPGRADE=1: take newer releases, a week old at least)
	@$(INSTALL) test
	@exec $(BIN)/python scripts/lock.py $(if $(UPGRADE),--upgrade)

openapi: ## regenerate openapi/openapi.json
	@$(INSTALL) test
	@$(BIN)/copydesk openapi > openapi/openapi.json.new
	@mv openapi/openapi.json.new openapi/openapi.json

docs: ## regenerate docs/detectors from the detectors' docstrings
	@$(INSTALL) test
	@exec $(BIN)/python scripts/detector_docs.py

clean: ## remove .venv and what the tools cached
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
