# Every command of the project. `make` alone lists them.
# Steps that make something leave a stamp, so that a second run does only what changed.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON ?= python3
NPM ?= npm
# One more than the processors of a small machine: tests in a browser wait a lot.
WORKERS ?= 3
PIP := install --quiet --disable-pip-version-check

VENV := .venv
PY := $(VENV)/bin/python
ENGINE := .venv-engine
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
# Tests start our processes again and again; without byte code each start takes twice as long.
unexport PYTHONDONTWRITEBYTECODE

LOCKS := $(wildcard requirements.txt requirements-dev.txt requirements-local.txt)

##@ Use

.PHONY: help
help: ## List the commands
	@awk 'BEGIN {FS = ":.*## "} /^##@ / {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: $(VENV)/.stamp $(ENGINE)/.stamp frontend/dist/.stamp ## Install, build and start everything on this machine (Ctrl-C stops it)
	@$(PY) -m local.run

.PHONY: demo
demo: $(VENV)/.stamp ## Load the invented vendor's orders and people into the running stack
	@$(PY) -m local.demo $(ARGS)

.PHONY: clock
clock: $(VENV)/.stamp ## Move the running stack's clock: make clock BY=8d
	@$(PY) -m local.clock $(BY)

.PHONY: reset
reset: ## Forget everything that the local stack keeps
	@if (exec 3<>/dev/tcp/127.0.0.1/$${KONTOR_WEB_PORT:-8000}) 2>/dev/null; then \
	  echo "Stop the running stack first (Ctrl-C where make run shows its log)." >&2; exit 1; \
	fi
	@rm -rf "$${KONTOR_STATE:-.state}" && echo "The local stack's data is gone."

##@ Develop

.PHONY: check
check: $(VENV)/.stamp frontend/node_modules/.stamp ## Every check that needs no running stack (ONLY="mypy ruff" chooses)
	@$(PY) -m tools.check $(ONLY)

.PHONY: test
test: check $(ENGINE)/.stamp frontend/dist/.stamp ## The checks, then the tests, the browser's included
	@tools/debian --with-browser
	@$(NPM) --prefix frontend run --silent budget
	@$(PY) -m pytest -n $(WORKERS) --dist loadgroup -m "not large and not pages" $(ARGS)

.PHONY: test-pages
test-pages: $(VENV)/.stamp $(ENGINE)/.stamp frontend/dist/.stamp ## Look at every page there is, in sizes, schemes and a language that is longer
	@tools/debian --with-browser
	@$(PY) -m pytest -n $(WORKERS) --dist loadgroup -m pages $(ARGS)

.PHONY: test-large
test-large: $(VENV)/.stamp $(ENGINE)/.stamp frontend/dist/.stamp ## Send 4 GB through a real browser, there and back
	@tools/debian --with-browser
	@$(PY) -m pytest -m large -o log_cli=true -o log_cli_level=INFO $(ARGS)

.PHONY: screenshots
screenshots: $(VENV)/.stamp ## Take pictures of every page of the running stack into build/screenshots
	@tools/debian --with-browser
	@$(PY) -m tools.screenshots $(ARGS)

.PHONY: proof
proof: $(VENV)/.stamp $(ENGINE)/.stamp ## Crash, race and break everything in every way there is, and print the table
	@$(PY) -m tests.proof.report -n $(WORKERS) --dist loadgroup $(ARGS)

.PHONY: soak
soak: $(VENV)/.stamp $(ENGINE)/.stamp ## Let the model test walk for MINUTES=30, each round another way
	@$(PY) -m tests.proof.soak $(or $(MINUTES),30)

.PHONY: format
format: $(VENV)/.stamp frontend/node_modules/.stamp ## Put the code into its one shape
	@ruff check --quiet --select I,UP,RUF100 --fix .
	@ruff format --quiet .
	@$(NPM) --prefix frontend run --silent format

.PHONY: openapi
openapi: $(VENV)/.stamp frontend/node_modules/.stamp ## Write openapi.json and the frontend's typed client from the declared routes
	@$(PY) -m tools.openapi
	@$(NPM) --prefix frontend run --silent api

.PHONY: bench
bench: $(VENV)/.stamp $(ENGINE)/.stamp frontend/dist/.stamp ## Measure what we claim about speed and cost
	@$(PY) -m benchmarks $(ARGS)

.PHONY: lock
lock: $(VENV)/.stamp ## Resolve requirements*.in again into the locks (UPGRADE=1 takes newer releases)
	@for name in requirements requirements-{dev,local,engine,emulator}; do \
	  if [[ $$name == *-emulator ]]; then alone=--no-deps; else alone=; fi; \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) \
	    $$alone $$name.in --output-file $$name.txt; \
	done

.PHONY: clean
clean: ## Remove what was built and installed; keeps the local stack's data
	@rm -rf $(VENV) $(ENGINE) build frontend/dist frontend/node_modules

##@ Ship

.PHONY: package
package: $(VENV)/.stamp ## Build the Lambda zip and its template into build/package
	@$(PY) -m infra.package

.PHONY: deploy
deploy: $(VENV)/.stamp ## Bring a stage into the AWS account whose credentials are set (STAGE=prod)
	@$(PY) -m tools.deploy.account
	@$(MAKE) frontend/dist/.stamp
	@$(PY) -m tools.deploy --stage "$${STAGE:-prod}" $(ARGS)

.PHONY: supervisor
supervisor: $(VENV)/.stamp ## Invite the first supervisor of a deployment: make supervisor EMAIL=…
	@$(PY) -m tools.supervisor "$(EMAIL)" $(ARGS)

# What the commands stand on

$(VENV)/.stamp: $(LOCKS)
	@tools/debian
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@echo "Installing the Python packages …"
	@for lock in $(LOCKS); do $(PY) -m pip $(PIP) -r $$lock; done
	@touch $@

$(ENGINE)/.stamp: $(wildcard requirements-engine.txt)
	@test -x $(ENGINE)/bin/python || $(PYTHON) -m venv $(ENGINE)
	@echo "Installing the local cloud …"
	@for lock in $^; do $(ENGINE)/bin/python -m pip $(PIP) -r $$lock; done
	@touch $@

frontend/node_modules/.stamp: frontend/package-lock.json
	@tools/debian
	@echo "Installing the frontend's packages …"
	@$(NPM) --prefix frontend ci --loglevel error --no-audit --no-fund
	@touch $@

FRONTEND := $(shell find frontend \( -name node_modules -o -name dist -o -name tests \) -prune \
  -o -type f -print 2>/dev/null)
frontend/dist/.stamp: frontend/node_modules/.stamp $(FRONTEND)
	@echo "Building the portal and the console …"
	@$(NPM) --prefix frontend run --silent build
	@touch $@
