# `make demo` and `make test` need nothing but make and python3 (3.11 or later): they call setup first.

# hledger reads names in Lao only where the locale is UTF-8.
PYTEST := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 .venv/bin/pytest --numprocesses auto
# The practice village's window opens where there is a display.
OPEN := $(if $(DISPLAY)$(WAYLAND_DISPLAY),--open)

.DEFAULT_GOAL := help
.PHONY: help setup demo run test check form types imports covered fmt catalogue manual bench

help:
	@echo "make setup      everything into .venv, so that .venv/bin/vdfbank runs"
	@echo "make demo       a practice village in demo-village/, its book and audit sheets"
	@echo "make run        the window"
	@echo "make test       every test (ARGS='tests/bank -x' for some)"
	@echo "make check      what must hold before a change is handed over: form, types, imports, tests, coverage"
	@echo "make fmt        put the source into form"
	@echo "make catalogue  bring the translations up to date with the sentences in the source"
	@echo "make manual     take the manual's pictures anew, in the practice village"
	@echo "make bench      measure speed and memory"

setup: .venv/.ready
	@:

.venv/.ready: pyproject.toml uv.lock hatch_build.py .ci/setup .ci/uv.txt
	@.ci/setup

.venv/.ready-for-tests: .venv/.ready
	@.ci/setup tests

demo: setup
	.venv/bin/vdfbank demo --to demo-village $(OPEN)

run: setup
	.venv/bin/vdfbank

test: .venv/.ready-for-tests
	$(PYTEST) $(ARGS)

check: form types imports covered

form: .venv/.ready-for-tests
	.venv/bin/ruff format --check --quiet
	.venv/bin/ruff check --quiet

types: .venv/.ready-for-tests
	.venv/bin/mypy

imports: .venv/.ready-for-tests
	.venv/bin/lint-imports --no-logo

# The tests are run as everybody runs them, and measured.
covered: .venv/.ready-for-tests
	rm -f .coverage .coverage.* coverage.json
	PYTEST_ADDOPTS="--cov --cov-report= --cov-report=json:coverage.json" $(MAKE) --no-print-directory test
	.venv/bin/python .ci/coverage_gate.py coverage.json

fmt: setup
	.venv/bin/ruff check --fix-only
	.venv/bin/ruff format

catalogue: setup
	translations/update

manual: .venv/.ready-for-tests
	QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 .venv/bin/python -m tests.desktop.manual_pictures

bench: setup
	.venv/bin/python -m benchmarks $(ARGS)
