# Two commands on a fresh machine: `make demo` shows what kg does, `make test` checks that it does it.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test test-ui test-spark install install-dev install-spark archive ui explorer lock graphology wheel clean

demo: install explorer
	$(BIN)/kg build seeds -o out

test: install-dev graphology
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal
	$(MAKE) --no-print-directory test-ui

test-ui: install-dev explorer
	PYTHON=$(abspath $(BIN)/python) kg/serve/ui/test.sh

# On Spark, with a cluster on this machine; needs Java 17 or later.
test-spark: $(VENV)/requirements-spark.lock
	KG_TESTS_REQUIRE=spark $(BIN)/python -m pytest tests/engine/test_spark.py tests/engine/test_spark_merging.py

# The packages are installed once for each state of the lock; the project itself, without build isolation, from its checkout.
install: $(VENV)/requirements.lock

install-dev: $(VENV)/requirements-dev.lock

install-spark: $(VENV)/requirements-spark.lock

$(VENV)/%.lock: %.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	cp $< $@

# kg and what reading takes, by the hashes of the locks, for Spark's workers that have a bare Python of this version.
archive: install-spark
	rm -rf dist/packages && mkdir -p dist
	awk '/^[a-z]/ { on = /^pandas==/ } on' requirements-spark.lock > dist/pandas.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --target dist/packages \
		-r requirements.lock -r dist/pandas.lock
	rm -r dist/packages/bin
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --target dist/packages .
	tar -czf dist/packages.tar.gz -C dist/packages .
	rm -rf dist/packages dist/pandas.lock
	@echo "Written: dist/packages.tar.gz"

# The explorer, which kg serve shows and kg export --format html puts into one page; all else works without it.
UI := kg/serve/ui
explorer:
	@command -v npm >/dev/null || echo "No explorer: it is built with npm (Node 20.19 or later), which is not here; all else works."
	@! command -v npm >/dev/null || $(MAKE) --no-print-directory ui || echo "No explorer: npm could not build it, see above; all else works."

ui: kg/serve/static/index.html

kg/serve/static/index.html: $(UI)/node_modules/.package-lock.json $(shell find $(UI)/src $(UI)/*.* -type f)
	cd $(UI) && npm run --silent build -- --logLevel warn

$(UI)/node_modules/.package-lock.json: $(UI)/package-lock.json
	cd $(UI) && npm ci --no-audit --no-fund --silent
	touch $@

# Needs uv. No lock names a registry. Spark has its own, since it is larger than all the rest.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --group build --generate-hashes --no-emit-index-url --no-header --quiet
lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --output-file requirements-dev.lock
	$(LOCK) --extra dev --extra spark --output-file requirements-spark.lock

# One test reads GEXF as Gephi Lite does, with its library; without npm the test says that it was skipped.
graphology:
	! command -v npm >/dev/null || npm ci --silent --prefix tests/export/graphology

wheel: install-dev explorer
	$(BIN)/python -m hatchling build -t wheel

clean:
	rm -rf $(VENV) dist out/* kg/serve/static $(UI)/node_modules tests/export/graphology/node_modules
