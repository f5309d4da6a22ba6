# make demo   the archive with its demonstration on http://127.0.0.1:8000 (another port: PORT=8001)
# make test   all tests on a PostgreSQL of their own (some of them: ARGS="tests/search -k phrase")
# make lint   style, types, templates, migrations, the settings of a production site
# make lock   requirements/*.txt from pyproject.toml (newer versions: ARGS=--upgrade)
#
# PYTHON=… chooses the Python. Where DATABASE_URL is set, that database is used and none is started.

PY = .venv/bin/python
WITH_DATABASE = $(PY) -m archive.postgres run --scratch --
# As on a production site, with a name and a key that are no site's.
CHECK = $(WITH_DATABASE) env ALLOWED_HOSTS=archive.example.org \
	SECRET_KEY=for-the-checks-of-make-lint-and-for-no-site-0123456789 $(PY)
COMPILE = .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header $(ARGS)

.PHONY: demo test lint lock

demo:
	@requirements/install $(if $(DATABASE_URL),base,demo)
	@$(PY) -m archive.demo

test:
	@requirements/install dev
	$(WITH_DATABASE) $(PY) -m pytest -n 2 $(ARGS)

lint:
	@requirements/install dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	find templates -name '*.html' -exec .venv/bin/djade --check --target-version 5.2 {} +
	$(CHECK) -m mypy articles archive
	$(CHECK) manage.py check --deploy --fail-level WARNING
	$(CHECK) manage.py makemigrations --check

lock:
	@requirements/install dev
	$(COMPILE) --output-file requirements/base.txt
	$(COMPILE) --extra demo --output-file requirements/demo.txt
	$(COMPILE) --extra demo --extra dev --output-file requirements/dev.txt
