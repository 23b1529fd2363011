# make demo, make test: each from a bare clone, with only Python 3.11+ and make.
PYTHON ?= python3
BIN := .venv/bin
# Every process that a test starts would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test lint bench browser chaos fuzz mutants clean

# Made anew where another Python made it, or where that one is gone.
.venv/python: FORCE
	@$(PYTHON) -c 'import sys; print(sys.version, sys.base_prefix)' > .venv.python
	@cmp -s .venv.python $@ && $(BIN)/python -c '' || { rm -rf .venv && $(PYTHON) -m venv .venv && cp .venv.python $@; }
	@rm -f .venv.python
FORCE:

.venv/run: requirements.txt pyproject.toml .venv/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt -e .
	touch $@

.venv/dev: requirements-dev.txt requirements.txt requirements-archive.txt pyproject.toml .venv/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt -e .
	touch .venv/run $@

# The real spider through the real middlewares and pipelines, over the bundled pages, with no network.
demo: .venv/run
	rm -rf data/demo
	SCRAPY_PROJECT=replay $(BIN)/newscrawl crawl okezone -s NEWSCRAWL_DATA=data/demo -L WARNING
	@echo "One record of data/demo/okezone/articles-2026-07-24.jsonl:"
	@head -n 1 data/demo/okezone/articles-2026-07-24.jsonl | $(BIN)/python -m json.tool --no-ensure-ascii
	@echo "To try report, export, search and reread on it: export SCRAPY_PROJECT=replay NEWSCRAWL_DATA=data/demo"

# For listings that only a browser shows: what is there already, else Playwright's, else the distribution's package.
browser: .venv/run
	$(BIN)/python -m newscrawl.crawling.browser

test: .venv/dev
	@$(BIN)/python -m compileall -q -j 0 newscrawl  # once, and not by each process at the same moment
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/dev
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade 'pip>=24.1'
	$(BIN)/pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python -m benchmarks.extract
	$(BIN)/python -m benchmarks.scale
	$(BIN)/python -m benchmarks.crawl

clean:
	rm -rf .venv data

# The crawler is killed and the site misbehaves, at random; nothing may be lost. More: make chaos ROUNDS=200
ROUNDS ?= 20
chaos: .venv/dev
	$(BIN)/python -m tests.chaos --rounds $(ROUNDS)

# Pages that mean harm: each is read or refused within a second, and raises nothing else. More: make fuzz PAGES=20000
PAGES ?= 2000
fuzz: .venv/dev
	$(BIN)/python -m tests.fuzz --pages $(PAGES) $(if $(SEED),--seed $(SEED))

# One word of one rule is changed at a time: which changes does no fixture notice? One portal: make mutants PORTALS=okezone
mutants: .venv/dev
	$(BIN)/python -m tests.mutants $(PORTALS)
