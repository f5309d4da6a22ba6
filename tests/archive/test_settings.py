"""The settings: safe for production by themselves, and clear about what they lack."""

from __future__ import annotations

import pytest

from .conftest import PATIENCE

SITE = {
    "DATABASE_URL": "postgres:///unused",
    "SECRET_KEY": "a long text that is used for the tests alone, 0123456789",
    "ALLOWED_HOSTS": "archive.example.org",
}
SHOW = "from django.conf import settings; print(settings.{})"


@pytest.fixture
def manage(start):
    """`manage("check", SECRET_KEY="…")`: its exit status and all that it prints."""

    def manage(*arguments: str, **settings: str) -> tuple[int, str]:
        process = start("manage.py", *arguments, **settings)
        output, errors = process.communicate(timeout=PATIENCE)
        return process.returncode, output + errors

    return manage


@pytest.mark.parametrize("missing", SITE)
def test_what_is_not_set_is_named_in_a_sentence(manage, missing: str) -> None:
    status, said = manage("check", **(SITE | {missing: ""}))
    assert status == 1
    assert said.startswith(f"{missing} is not set. It is ")
    assert said.count("\n") == 1


@pytest.mark.parametrize("url", ["junk", "sqlite:///archive.db", "postgres"])
def test_another_database_than_postgresql_is_refused_in_a_sentence(manage, url: str) -> None:
    status, said = manage("check", **(SITE | {"DATABASE_URL": url}))
    assert status == 1
    assert said == "DATABASE_URL has to be a postgres://user:pass@host/name.\n"


def test_a_production_site_passes_the_checks_of_deployment(manage) -> None:
    status, said = manage("check", "--deploy", "--fail-level", "WARNING", **SITE)
    assert status == 0, said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "False"),
        ("DEMONSTRATION", "False"),
        ("SECURE_SSL_REDIRECT", "True"),
        ("SESSION_COOKIE_SECURE", "True"),
        ("CSRF_COOKIE_SECURE", "True"),
    ],
)
def test_production_is_what_is_not_said(start, name: str, value: str) -> None:
    process = start("-c", SHOW.format(name), **SITE, DJANGO_SETTINGS_MODULE="archive.settings")
    assert process.communicate(timeout=PATIENCE)[0].strip() == value


@pytest.mark.parametrize(
    ("code", "options"),
    [("import archive.wsgi; ", "-c statement_timeout=5s"), ("", "")],
    ids=["in a request", "in a command"],
)
def test_a_statement_may_take_its_time_only_in_a_command(start, code: str, options: str) -> None:
    show = SHOW.format("DATABASES['default'].get('OPTIONS', {}).get('options', '')")
    process = start("-c", code + show, **SITE, DJANGO_SETTINGS_MODULE="archive.settings")
    assert process.communicate(timeout=PATIENCE)[0].strip() == options


def test_what_is_loaded_when_the_site_starts_is_not_looked_through_as_garbage(start):
    show = "import gc, archive.wsgi; print(gc.get_freeze_count() > 10_000, gc.get_threshold()[0])"
    process = start("-c", show, **SITE, DJANGO_SETTINGS_MODULE="archive.settings")
    assert process.communicate(timeout=PATIENCE)[0].split() == ["True", "10000"]
