"""Speakers, the names they are met under, and the offices they held."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.dates import PartialDateAttribute

from .base import (
    SluggedModel,
    SlugManager,
    keep_history,
    ordered_constraint,
    precision_constraint,
    precision_field,
)


@keep_history()
class Speaker(SluggedModel):
    """A person, or a body that speaks as one: a ministry, a delegation."""

    class Kind(models.TextChoices):
        PERSON = "person", "person"
        BODY = "body", "body"

    kind = models.CharField(max_length=6, choices=Kind, default=Kind.PERSON)
    name = models.CharField(max_length=200, db_index=True)
    sort_name = models.CharField(
        max_length=200, blank=True, help_text="As in an index: Lavrov, Sergey. Empty: the name."
    )
    wikidata_id = models.CharField("Wikidata id", max_length=20, blank=True)
    born_on = models.DateField("born", null=True, blank=True)
    born_on_precision = precision_field()
    died_on = models.DateField("died", null=True, blank=True)
    died_on_precision = precision_field()
    note = models.TextField(blank=True, help_text="For readers: who this is, in a sentence.")

    born = PartialDateAttribute("born_on")
    died = PartialDateAttribute("died_on")

    objects = SlugManager()

    class Meta:
        ordering = ["sort_name", "name"]
        permissions = [("merge_records", "Can merge speakers, topics and sources")]
        constraints = [
            models.CheckConstraint(
                name="speaker_wikidata_id_form",
                condition=Q(wikidata_id="") | Q(wikidata_id__regex=r"^Q[1-9][0-9]*$"),
                violation_error_message="A Wikidata id is a Q and a number: Q58217.",
            ),
            models.UniqueConstraint(
                name="speaker_wikidata_id_unique",
                fields=["wikidata_id"],
                condition=~Q(wikidata_id=""),
            ),
            precision_constraint("born_on", "speaker_born_precision"),
            precision_constraint("died_on", "speaker_died_precision"),
            ordered_constraint("born_on", "died_on", "speaker_died_after_birth"),
        ]
        indexes = [models.Index(fields=["sort_name", "name"], name="speaker_by_sort_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        """An empty sort name becomes the name."""
        self.sort_name = self.sort_name or self.name
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("speaker", args=[self.slug])


class SpeakerNameManager(models.Manager):
    def get_by_natural_key(self, speaker: str, name: str) -> SpeakerName:
        return self.get(speaker__slug=speaker, name=name)  # type: ignore[return-value]


@keep_history()
class SpeakerName(models.Model):
    """Another name under which a speaker is met."""

    class Kind(models.TextChoices):
        TRANSLITERATION = "transliteration", "transliteration or other language"
        MAIDEN = "maiden", "maiden or earlier name"
        SHORT = "short", "short form"
        MISSPELLING = "misspelling", "misspelling met in a source"
        OTHER = "other", "other"

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(max_length=15, choices=Kind, default=Kind.OTHER)

    objects = SpeakerNameManager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(name="speaker_name_unique", fields=["speaker", "name"])
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        return (self.speaker.slug, self.name)

    natural_key.dependencies = ["articles.speaker"]  # type: ignore[attr-defined]


@keep_history()
class Office(SluggedModel):
    """A post: Minister of Foreign Affairs of the Russian Federation."""

    title = models.CharField(max_length=200)
    polity = models.ForeignKey(
        "articles.Polity",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        help_text="The state or organisation that it serves.",
    )

    objects = SlugManager()

    class Meta:
        ordering = ["title", "polity__name"]
        constraints = [
            models.UniqueConstraint(
                name="office_unique", fields=["title", "polity"], nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.polity}" if self.polity else self.title


class TenureQuerySet(models.QuerySet):
    def in_force(self, day: datetime.date) -> TenureQuerySet:
        """Tenures that may include `day`: an end known only to the year lasts all that year."""
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=day),
            Q(ends_on__isnull=True)
            | Q(ends_on__gte=day)
            | Q(ends_on_precision="year", ends_on__year=day.year)
            | Q(ends_on_precision="month", ends_on__year=day.year, ends_on__month=day.month),
        )


class TenureManager(models.Manager.from_queryset(TenureQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, speaker: str, office: str, starts_on: str | None) -> Tenure:
        return self.get(speaker__slug=speaker, office__slug=office, starts_on=starts_on)


@keep_history()
class Tenure(models.Model):
    """A speaker held an office from, to; either end may be unknown, or known to the year."""

    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="tenures")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="tenures")
    starts_on = models.DateField("from", null=True, blank=True)
    starts_on_precision = precision_field()
    ends_on = models.DateField("to", null=True, blank=True)
    ends_on_precision = precision_field()

    starts = PartialDateAttribute("starts_on")
    ends = PartialDateAttribute("ends_on")

    objects = TenureManager()

    class Meta:
        ordering = [models.F("starts_on").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                name="tenure_unique",
                fields=["speaker", "office", "starts_on"],
                nulls_distinct=False,
            ),
            precision_constraint("starts_on", "tenure_start_precision"),
            precision_constraint("ends_on", "tenure_end_precision"),
            ordered_constraint("starts_on", "ends_on", "tenure_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker}, {self.office.title}"

    def natural_key(self) -> tuple[str, str, str | None]:
        starts_on = self.starts_on.isoformat() if self.starts_on else None
        return (self.speaker.slug, self.office.slug, starts_on)

    natural_key.dependencies = ["articles.speaker", "articles.office"]  # type: ignore[attr-defined]
