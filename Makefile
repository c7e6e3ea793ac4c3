# Two commands on a fresh machine: `make demo` shows what kg does, `make test` checks that it does it.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test install install-dev lock wheel clean

demo: install
	$(BIN)/kg build seeds -o out

test: install-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

# The packages are installed once for each state of the lock; the project itself, without build isolation, from its checkout.
install: $(VENV)/requirements.lock

install-dev: $(VENV)/requirements-dev.lock

$(VENV)/%.lock: %.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	cp $< $@

# Needs uv. Neither lock names a registry.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --group build --generate-hashes --no-emit-index-url --no-header --quiet
lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --output-file requirements-dev.lock

wheel: install-dev
	$(BIN)/python -m hatchling build -t wheel

clean:
	rm -rf $(VENV) dist out/*
