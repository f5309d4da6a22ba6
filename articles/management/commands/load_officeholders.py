"""manage.py load_officeholders FILE.csv"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from articles.ingestion.officeholders import load_officeholders
from articles.models import Speaker
from articles.readers import officeholders
from articles.search import index

_SUMMARY = (
    ("speakers", "speakers made"),
    ("polities", "polities made"),
    ("offices", "offices made"),
    ("tenures", "tenures made"),
    ("filled", "tenures whose end was not known, and now is"),
    ("unchanged", "tenures that the archive had"),
    ("undated", "lines without a date: nothing made of them"),
    ("statements", "statements that now have the office of their day"),
    ("conflicts", "conflicts: the archive’s kept"),
    ("failed", "lines that cannot be read"),
)


class Command(BaseCommand):
    help = (
        "Load who held which office and when. Fills speakers, polities, offices and tenures; what "
        "the archive already says stays, and where the list differs, that is reported."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file",
            metavar="FILE.csv",
            type=Path,
            help="columns person, office, start, end; person_id, country, country_code, birth, "
            "death where they are known",
        )
        parser.add_argument(
            "--people",
            metavar="PEOPLE.csv",
            type=Path,
            help="their other names: columns id, name; altname, surname, forename",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="do everything, report it, and undo it"
        )

    def handle(self, *, file: Path, people: Path | None, dry_run: bool, **options: Any) -> None:
        if Speaker._meta.db_table not in connection.introspection.table_names():
            raise CommandError("The database has no tables yet. First: manage.py migrate")
        at = file
        try:
            names = {}
            if people:
                at = people
                with people.open(encoding="utf-8-sig", newline="") as stream:
                    names = officeholders.read_names(stream)
            at = file
            with file.open(encoding="utf-8-sig", newline="") as stream:
                counts = load_officeholders(
                    officeholders.read(stream),
                    names,
                    lambda line, words: self.stderr.write(f"{file}, line {line}: {words}"),
                    dry_run=dry_run,
                )
        except officeholders.NoSuchList as error:
            raise CommandError(f"{at} {error} Nothing was loaded.") from None
        except OSError as error:
            raise CommandError(f"{at} cannot be read: {error.strerror}.") from None
        lines = [f"{counts[name]:>8,}  {words}" for name, words in _SUMMARY]
        note = ["Nothing was changed: this was a dry run."] if dry_run else []
        self.stdout.write("\n".join(lines + note))
        if not dry_run:
            self._index()
        if counts["failed"]:
            raise CommandError(f"{counts['failed']:,} lines cannot be read; see above.")

    def _index(self) -> None:
        try:
            index.update()
        except OSError as error:
            raise CommandError(
                "The list is loaded, but the search index could not be brought up to date: "
                f"{error}. Then: manage.py search_index update"
            ) from error
