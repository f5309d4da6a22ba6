from django.db import models
from django.urls import reverse

from .base import SluggedModel, SlugManager, keep_history


@keep_history()
class Polity(SluggedModel):
    """A state or an international organisation: what a speaker speaks for."""

    class Kind(models.TextChoices):
        STATE = "state", "state"
        ORGANISATION = "organisation", "international organisation"

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.STATE)
    code = models.CharField(
        "ISO 3166 code",
        max_length=3,
        blank=True,
        help_text="Three letters, such as RUS; former states keep the code they had.",
    )

    objects = SlugManager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "polities"
        constraints = [
            models.CheckConstraint(
                name="polity_code_is_alpha3",
                condition=models.Q(code="") | models.Q(code__regex=r"^[A-Z]{3}$"),
                violation_error_message="A code is three capital letters, or empty.",
            ),
            models.UniqueConstraint(
                name="polity_code_unique", fields=["code"], condition=~models.Q(code="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("polity", args=[self.slug])
