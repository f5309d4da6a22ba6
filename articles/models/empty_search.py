from __future__ import annotations

import datetime
from contextlib import suppress

from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

KEPT = datetime.timedelta(days=90)
MOST = 5_000  # kept at once, so that nobody fills the archive with nonsense
LONGEST = 200  # characters of a query that are kept


class EmptySearchManager(models.Manager):
    def record(self, words: str) -> None:
        """Count a search that found nothing (one command; none counts on a standby)."""
        today = timezone.now().date()
        with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                """
                WITH forgotten AS (DELETE FROM articles_emptysearch WHERE last_on < %(since)s)
                INSERT INTO articles_emptysearch (words, times, last_on)
                SELECT %(words)s, 1, %(today)s
                WHERE (SELECT count(*) FROM articles_emptysearch) < %(most)s
                    OR EXISTS (SELECT FROM articles_emptysearch WHERE words = %(words)s)
                ON CONFLICT (words) DO UPDATE
                SET times = articles_emptysearch.times + 1, last_on = excluded.last_on
                """,
                {
                    "words": words.lower()[:LONGEST],
                    "today": today,
                    "since": today - KEPT,
                    "most": MOST,
                },
            )


class EmptySearch(models.Model):
    """Words that readers sought in vain: what the archive lacks, or calls by another name.

    The words and how often, nothing of who sought them.
    """

    words = models.CharField(max_length=LONGEST, unique=True)
    times = models.PositiveIntegerField()
    last_on = models.DateField(db_index=True)

    objects = EmptySearchManager()

    class Meta:
        verbose_name_plural = "empty searches"
        ordering = ["-times", "-last_on", "words"]

    def __str__(self) -> str:
        return self.words
