# The two commands a newcomer needs are `make run` and `make test`; both prepare .venv first.
# Nothing is installed again while requirements.lock and pyproject.toml stay as they are.
# What Windows runs is the same: mulai.py. From a folder of packages: make run DARI=FOLDER.

PYTHON ?= python3
BIN := .venv/bin
RAPAT ?= params/rapat/ogan-ilir-2024.yaml

.PHONY: run test lab check bench soak bukti katalog lock clean

run: .venv/siap
	$(PYTHON) mulai.py run $(RAPAT)

# The notebooks come first: they take longest, and should not be waited for at the end.
# The tests start many processes: each finds the package compiled, also where Python is told to write no bytecode.
# What pytest makes of the tests is kept for the next run too: rewriting their asserts takes a worker six seconds.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/siap
	$(BIN)/python -m compileall -q kla_lib
	$(BIN)/python -m pytest -n auto --dist loadscope --no-loadscope-reorder --nbval-lax notebooks tests

lab: .venv/siap
	$(BIN)/kla lab

check: .venv/siap
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/siap
	for skrip in benchmarks/[a-z]*.py; do $(BIN)/python "$$skrip" || exit 1; done

soak: .venv/siap
	$(BIN)/python -m pytest -n auto --dist loadscope --no-loadscope-reorder --nbval-lax --soak notebooks tests

# Fits the forecast, tests it and writes its evidence down, after params/bukti or params/verifikasi.yaml has changed.
bukti: .venv/siap
	$(BIN)/python -m kla_lib.keadaan.model
	$(BIN)/python benchmarks/ketepatan.py --simpan
	$(BIN)/python -m kla_lib.views.bukti

# Writes the catalogues anew after a text has changed; names what has no translation yet.
katalog: .venv/siap
	$(BIN)/python -m kla_lib.katalog

# Needs the program uv; only for whoever changes the dependencies.
lock:
	uv pip compile --universal --generate-hashes --python-version 3.11 --group dev --all-extras pyproject.toml \
		--no-header --no-emit-index-url --no-emit-find-links --upgrade -o requirements.lock

.venv/siap: requirements.lock pyproject.toml
	$(PYTHON) mulai.py --siapkan $(if $(DARI),--dari $(DARI))
	touch .venv/siap

clean:
	rm -rf .venv outputs build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
