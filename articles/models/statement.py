from __future__ import annotations

import datetime
from collections.abc import Sequence

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.dates import PartialDateAttribute

from .article import Article
from .base import (
    changed_at_field,
    frozen_public_id,
    keep_history,
    keep_link_history,
    links_move_changed_at,
    moves_changed_at,
    precision_constraint,
    precision_field,
    protect_linked,
    public_id_field,
)
from .speaker import Speaker
from .topic import Topic

OMISSION = " […] "

Segments = Sequence[Sequence[int]]


def text_of(body: str, segments: Segments) -> str:
    """The words that `segments`, [start, end) code points, select; a space joins the passages.

    The database's `require_words_selected`, made by a migration, says the same in SQL; triggers
    hold every statement to it.
    """
    return " ".join(body[start:end] for start, end in segments)


class StatementQuerySet(models.QuerySet):
    def public(self) -> StatementQuerySet:
        """What anybody may see: the article is published and the statement is confirmed."""
        return self.filter(
            article__status=Article.Status.PUBLISHED, status=Statement.Status.CONFIRMED
        )

    def with_context(self) -> StatementQuerySet:
        """With everything that a line about a statement prints, in two queries."""
        return (
            self.select_related(
                "article__source", "speaker", "tenure__office__polity", "polity", "occasion"
            )
            .prefetch_related("topics")
            .defer("article__body", "article__summary")
        )


class StatementManager(models.Manager.from_queryset(StatementQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, public_id: str) -> Statement:
        return self.get(public_id=public_id)


@keep_history(additions=False)
class Statement(models.Model):
    """Words of an article that somebody said, and who, when, where and in which capacity."""

    class Kind(models.TextChoices):
        DIRECT = "direct", "direct quotation"
        INDIRECT = "indirect", "indirect speech"
        MIXED = "mixed", "partly quoted"

    class Status(models.TextChoices):
        PROPOSED = "proposed", "proposed"
        CONFIRMED = "confirmed", "confirmed"
        REJECTED = "rejected", "rejected"
        WITHDRAWN = "withdrawn", "withdrawn"

    public_id = public_id_field()
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="statements")
    segments = ArrayField(
        ArrayField(models.PositiveIntegerField(), size=2),
        default=list,
        blank=True,
        help_text="[start, end) in code points of the article's body.",
    )
    text = models.TextField(help_text="What the segments select.")
    position = models.PositiveIntegerField(default=0, help_text="The order in the article.")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.DIRECT)
    attribution = models.CharField(
        "attribution as printed", max_length=500, blank=True, help_text="Such as: the minister."
    )
    cue = models.CharField(
        "cue as printed", max_length=200, blank=True, help_text="The verb of saying: told, noted."
    )
    speaker = models.ForeignKey(
        "articles.Speaker",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        help_text="Empty while it is not known.",
    )
    tenure = models.ForeignKey(
        "articles.Tenure",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name="capacity",
        help_text="The office spoken in.",
    )
    office_as_printed = models.CharField(max_length=300, blank=True)
    polity = models.ForeignKey(
        "articles.Polity",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name="spoken for",
    )
    said_on = models.DateField(null=True, blank=True)
    said_on_precision = precision_field()
    place = models.CharField(max_length=200, blank=True)
    occasion = models.ForeignKey(
        "articles.Occasion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
    )
    addressees = models.ManyToManyField(Speaker, blank=True, related_name="statements_received")
    topics = models.ManyToManyField(Topic, blank=True, related_name="statements")
    language = models.CharField(max_length=35, default="en", help_text="A BCP 47 tag.")
    status = models.CharField(max_length=9, choices=Status, default=Status.PROPOSED)
    status_reason = models.TextField("reason", blank=True, help_text="Why it waits or was refused.")
    confidence = models.FloatField(null=True, blank=True, editable=False)
    rule = models.CharField(
        max_length=60, blank=True, editable=False, help_text="What found it; empty: a person."
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    changed_at = changed_at_field()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        "auth.User",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    said = PartialDateAttribute("said_on")

    objects = StatementManager()

    class Meta:
        ordering = ["article", "position", "id"]
        permissions = [("confirm_statement", "Can confirm and reject statements")]
        indexes = [
            models.Index(fields=["article", "position"], name="statement_in_article"),
            models.Index(fields=["speaker", "said_on"], name="statement_by_speaker"),
            models.Index(
                fields=["article"], name="statement_waiting", condition=Q(status="proposed")
            ),
            models.Index(
                fields=["id"], name="statement_not_confirmed", condition=~Q(status="confirmed")
            ),
            # As small as it is cheap: statements are confirmed about in the order of their rows.
            BrinIndex(fields=["confirmed_at"], name="statement_confirmed_at"),
        ]
        constraints = [
            models.CheckConstraint(name="statement_has_text", condition=~Q(text="")),
            models.CheckConstraint(
                name="statement_confirmed_is_anchored",
                condition=~Q(status="confirmed")
                | (~Q(segments=[]) & Q(confirmed_at__isnull=False)),
                violation_error_message="Only words found in the article can be confirmed.",
            ),
            models.CheckConstraint(
                name="statement_withdrawn_has_reason",
                condition=~Q(status="withdrawn")
                | (~Q(status_reason="") & Q(withdrawn_at__isnull=False)),
                violation_error_message="A withdrawn statement needs the reason and the moment.",
            ),
            models.CheckConstraint(
                name="statement_confidence_is_a_share",
                condition=Q(confidence__isnull=True) | Q(confidence__range=(0, 1)),
            ),
            precision_constraint("said_on", "statement_said_precision"),
        ]
        triggers = [
            frozen_public_id(),
            moves_changed_at(
                "confirmed",
                "text kind language speaker_id tenure_id office_as_printed polity_id attribution"
                " cue said_on said_on_precision place occasion_id",
            ),
            # No segments: words that the body no longer has wait for an editor.
            pgtrigger.Trigger(
                name="statement_is_what_its_segments_select",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("segments", "text", "article_id"),
                condition=pgtrigger.Condition("cardinality(NEW.segments) > 0"),
                func="""
                    PERFORM require_words_selected(a.body, NEW.segments, NEW.text)
                    FROM articles_article a WHERE a.id = NEW.article_id;
                    RETURN NEW;
                """,
            ),
            # Together, since unpacking a long body for each of its statements would be most of
            # the work of a load.
            pgtrigger.Trigger(
                name="statements_are_what_their_segments_select",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="new_rows"),
                func="""
                    PERFORM require_words_selected(unpacked.body, n.segments, n.text)
                    FROM new_rows n JOIN (
                        SELECT a.id, a.body || '' AS body FROM articles_article a
                        WHERE a.id IN (SELECT article_id FROM new_rows)
                        OFFSET 0
                    ) unpacked ON unpacked.id = n.article_id
                    WHERE cardinality(n.segments) > 0;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "articles.article",
        "articles.speaker",
        "articles.tenure",
        "articles.polity",
        "articles.occasion",
        "articles.topic",
    ]

    def get_absolute_url(self) -> str:
        return reverse("statement", args=[self.public_id])

    @property
    def public_since(self) -> datetime.datetime:
        """Since when it has been in the archive, for one that is or was public."""
        since = self.article.public_since
        return max(self.confirmed_at, since) if self.confirmed_at else since

    @property
    def passages(self) -> list[str]:
        """The text, which a space joins, as the passages that the segments select."""
        found, reached = [], 0
        for start, end in self.segments:
            found.append(self.text[reached : reached + end - start])
            reached += end - start + 1
        return found or [self.text]

    @property
    def words(self) -> str:
        """The text for a reader, with a sign where the source has something in between."""
        return OMISSION.join(self.passages)

    @property
    def spoken_for(self):
        """The polity: as the source gives it, else the one that the office serves."""
        if self.polity_id:
            return self.polity
        return self.tenure.office.polity if self.tenure else None

    @property
    def office_title(self) -> str:
        """The capacity in words: the office held, else what the source printed."""
        return self.tenure.office.title if self.tenure else self.office_as_printed


protect_linked(Statement.topics)
protect_linked(Statement.addressees)


@pgtrigger.register(*links_move_changed_at("statement", "confirmed"))
@keep_link_history()
class StatementTopic(Statement.topics.through):  # type: ignore[misc, name-defined]
    """The link itself: a proxy, to hang triggers on."""

    class Meta:
        proxy = True


@pgtrigger.register(*links_move_changed_at("statement", "confirmed"))
@keep_link_history()
class StatementAddressee(Statement.addressees.through):  # type: ignore[misc, name-defined]
    """The link itself: a proxy, to hang triggers on."""

    class Meta:
        proxy = True
