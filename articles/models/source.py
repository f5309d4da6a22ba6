from django.db import models
from django.urls import reverse

from .base import SluggedModel, SlugManager, keep_history


@keep_history()
class Source(SluggedModel):
    """Where articles come from: an agency, a ministry, a newspaper, a body of transcripts."""

    class Kind(models.TextChoices):
        AGENCY = "agency", "news agency"
        MINISTRY = "ministry", "ministry or government"
        NEWSPAPER = "newspaper", "newspaper or broadcaster"
        TRANSCRIPT = "transcript", "transcripts"
        CORPUS = "corpus", "corpus"

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.CORPUS)
    homepage = models.URLField(max_length=500, blank=True)
    country = models.ForeignKey(
        "articles.Polity",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
    )
    language = models.CharField(
        "default language", max_length=35, default="en", help_text="A BCP 47 tag: en, ru, zh-Hant."
    )
    description = models.TextField(blank=True)

    objects = SlugManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.slug])
