from django.db import models
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
class Occasion(SluggedModel):
    """A summit, talks, a press conference: where and when things were said."""

    name = models.CharField(max_length=200, unique=True)
    place = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    starts_on_precision = precision_field()
    ends_on = models.DateField(null=True, blank=True)
    ends_on_precision = precision_field()
    description = models.TextField(blank=True)

    starts = PartialDateAttribute("starts_on")
    ends = PartialDateAttribute("ends_on")

    objects = SlugManager()

    class Meta:
        ordering = [models.F("starts_on").desc(nulls_last=True), "name"]
        constraints = [
            precision_constraint("starts_on", "occasion_start_precision"),
            precision_constraint("ends_on", "occasion_end_precision"),
            ordered_constraint("starts_on", "ends_on", "occasion_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("occasion", args=[self.slug])
