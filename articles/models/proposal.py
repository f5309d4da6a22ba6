from django.contrib.postgres.fields import ArrayField
from django.db import models

from .statement import Statement


class Proposal(models.Model):
    """What the quotation engine says of a statement and the archive does not know: names.

    Kept beside the statement until it is decided and after; never public.
    """

    statement = models.OneToOneField(
        Statement, on_delete=models.CASCADE, primary_key=True, related_name="proposal"
    )
    name = models.CharField(max_length=200, blank=True, help_text="Who spoke, by name.")
    candidates = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="The next best names, best first.",
    )

    def __str__(self) -> str:
        return self.name or "nobody named"
