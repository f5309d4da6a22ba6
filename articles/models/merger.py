from __future__ import annotations

from django.db import models
from django.db.models import Q


class Merger(models.Model):
    """One record taken up by another of its kind: its old address leads on, and it can be undone.

    `record` is the row that went, `moved` what followed it to the other: primary keys by relation.
    """

    class Kind(models.TextChoices):
        SPEAKER = "speaker", "speaker"
        TOPIC = "topic", "topic"
        SOURCE = "source", "source"

    kind = models.CharField(max_length=7, choices=Kind)
    slug = models.CharField("old address", max_length=100)
    name = models.CharField("old name", max_length=200)
    kept = models.PositiveBigIntegerField("primary key of what stays", db_index=True)
    reason = models.TextField()
    record = models.JSONField()
    moved = models.JSONField(default=dict)
    merged_at = models.DateTimeField(auto_now_add=True)
    merged_by = models.ForeignKey(
        "auth.User", on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-merged_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                name="merger_leads_one_way",
                fields=["kind", "slug"],
                condition=Q(undone_at__isnull=True),
            ),
            models.CheckConstraint(name="merger_has_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.slug})"
