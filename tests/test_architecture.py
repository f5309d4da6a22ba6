"""Imports run one way: each room knows those below it, never those above."""

import ast
from pathlib import Path

from django.conf import settings

APP = settings.BASE_DIR / "articles"

# From the doors of the house down to its cellar. A room may import what stands below its own
# line, and its neighbours where it must.
FLOORS = [
    {"management", "admin", "views", "urls", "api", "apps"},
    {"templatetags"},
    {"citations", "exports", "ingestion", "addresses", "web", "marking", "charts", "corrections"},
    {"provenance", "differences"},
    {"filters"},
    {"search", "forms", "anchoring"},
    {"publishing", "mergers"},
    {"models"},
    {"dates"},
    {"migrations"},
]
# Text in, something of it out: no Django, and nothing of the application but what is as pure.
PURE = {"quotations": {"quotations"}, "readers": {"readers", "quotations", "dates"}}
OF_DJANGO = ("django", "rest_framework", "psycopg", "pgtrigger", "pghistory")


def imports(path: Path) -> set[str]:
    """The modules that a file imports, `articles.search.index`, relative ones resolved."""
    package = path.relative_to(APP.parent).with_suffix("").parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join(filter(None, (*base, node.module)))
            found |= {module} | {f"{module}.{name.name}" for name in node.names}
    return found


def files() -> list[Path]:
    return [path for path in sorted(APP.rglob("*.py")) if "migrations" not in path.parts]


def room(path: Path) -> str:
    return path.relative_to(APP).parts[0].removesuffix(".py")


def rooms_imported(path: Path) -> set[str]:
    modules = (name.split(".") for name in imports(path) if name.startswith("articles."))
    return {parts[1] for parts in modules} - {"__init__"}


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def test_every_room_has_a_floor():
    known = set().union(*FLOORS, PURE, {"__init__"})
    assert {room(path) for path in files()} - known == set()


def test_imports_run_one_way():
    wrong = [
        f"{path.relative_to(APP)} imports {name}"
        for path in files()
        if room(path) not in PURE and room(path) != "__init__"
        for name in rooms_imported(path) - PURE.keys()
        if floor(name) < floor(room(path))
    ]
    assert wrong == []


def test_only_ingestion_its_readers_and_the_doors_use_the_pure_rooms():
    allowed = {"ingestion", "exports", "management", "admin", *PURE}
    users = {room(path) for path in files() if rooms_imported(path) & PURE.keys()}
    assert users <= allowed


def test_models_know_nothing_of_search():
    assert not any("search" in rooms_imported(path) for path in files() if room(path) == "models")


def test_the_pure_rooms_know_nothing_of_django_or_the_models():
    wrong = [
        f"{path.relative_to(APP)} imports {name}"
        for path in files()
        if room(path) in PURE
        for name in imports(path)
        if name.startswith(OF_DJANGO)
        or (name.startswith("articles.") and name.split(".")[1] not in PURE[room(path)])
    ]
    assert wrong == []


def test_a_file_is_no_longer_than_it_can_be_read():
    longest = 350
    too_long = [
        f"{path.relative_to(APP.parent)}: {lines} lines"
        for path in [*files(), *sorted((APP.parent / "archive").rglob("*.py"))]
        if (lines := len(path.read_text("utf-8").splitlines())) > longest
    ]
    assert too_long == []
