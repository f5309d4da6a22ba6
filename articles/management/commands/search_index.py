"""manage.py search_index status|update|rebuild|check"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.search import check, feed, index

# Rows of the feed that stay: an index that fell further behind is made anew, which takes no longer.
FEED_KEPT = 1_000_000


class Command(BaseCommand):
    help = "The search index: how it stands, bring it up to date, make it anew, check it."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        actions.add_parser("status", help="say what the index holds and what it lacks")
        actions.add_parser("update", help="work off all that it lacks, and prune the change feed")
        actions.add_parser("rebuild", help="make it anew beside the one that stands, then swap")
        actions.add_parser("check", help="compare it with the database, record by record")

    def handle(self, *, action: str, **options: Any) -> None:
        getattr(self, f"_{action}")()

    def _status(self) -> None:
        status = index.status()
        if status.generation is None:
            raise CommandError("There is no index. Make one: manage.py search_index update")
        lacking = {
            None: "everything: it must be made anew (manage.py search_index update)",
            0: "nothing",
        }.get(status.lacking, f"{status.lacking} articles to read again")
        self.stdout.write(
            f"folder      {status.generation}\n"
            f"statements  {status.statements:,}\n"
            f"articles    {status.articles:,}\n"
            f"segments    {status.segments:,}\n"
            f"size        {status.bytes / 2**20:,.1f} MiB\n"
            f"lacks       {lacking}"
        )

    def _update(self) -> None:
        index.update(progress=self._progress())
        if pruned := feed.prune(keep=FEED_KEPT):
            self._finish(f"Pruned {pruned:,} rows of the change feed.")
        self._finish("The index is up to date.")

    def _rebuild(self) -> None:
        index.rebuild(progress=self._progress())
        self._finish("The index was made anew.")

    def _check(self) -> None:
        found = 0
        for difference in check.differences():
            found += 1
            self.stdout.write(str(difference))
        if found:
            raise CommandError(
                f"{found:,} differences. Make the index anew: manage.py search_index rebuild"
            )
        self.stdout.write("The index is what the database says.")

    def _progress(self) -> index.Progress | None:
        """A line that counts up, on a terminal only."""
        if not self.stdout.isatty():
            return None

        def show(done: int) -> None:
            self.stdout.write(f"\r{done:,} articles", ending="")
            self.stdout.flush()

        return show

    def _finish(self, message: str) -> None:
        self.stdout.write(f"\r{message}" if self.stdout.isatty() else message)
