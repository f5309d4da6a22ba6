from __future__ import annotations

import datetime
import hashlib

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

from articles.dates import PartialDateAttribute

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
from .topic import Topic


class ArticleQuerySet(models.QuerySet):
    def public(self) -> ArticleQuerySet:
        """What anybody may see. Statements say it through `StatementQuerySet.public`."""
        return self.filter(status=Article.Status.PUBLISHED)


class ArticleManager(models.Manager.from_queryset(ArticleQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, public_id: str) -> Article:
        return self.get(public_id=public_id)


@keep_history(additions=False)
class Article(models.Model):
    """One document of a source: the text that statements are cut from."""

    class Status(models.TextChoices):
        DRAFT = "draft", "draft"
        PUBLISHED = "published", "published"
        WITHDRAWN = "withdrawn", "withdrawn"

    public_id = public_id_field()
    source = models.ForeignKey("articles.Source", on_delete=models.PROTECT, related_name="articles")
    external_id = models.CharField(
        "identifier at its source",
        max_length=255,
        blank=True,
        help_text="With the source it is the article's identity; without one, the address is.",
    )
    url = models.URLField("address", max_length=1000, blank=True)
    archived_url = models.URLField("archived address", max_length=1000, blank=True)
    retrieved_at = models.DateTimeField(null=True, blank=True)
    title = models.CharField("headline", max_length=1000)
    summary = models.TextField("standfirst", blank=True)
    language = models.CharField(max_length=35, default="en", help_text="A BCP 47 tag.")
    published_on = models.DateField("published at its source on", null=True, blank=True)
    published_on_precision = precision_field()
    place = models.CharField("place of the dateline", max_length=200, blank=True)
    dateline_on = models.DateField("date of the dateline", null=True, blank=True)
    body = models.TextField(help_text="Plain text; a blank line between paragraphs.")
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles")
    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT, db_index=True)
    first_public_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField("reason of the withdrawal", blank=True)
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

    published = PartialDateAttribute("published_on")

    objects = ArticleManager()

    class Meta:
        ordering = [models.F("published_on").desc(nulls_last=True), "-id"]
        permissions = [("publish_article", "Can publish and withdraw articles")]
        indexes = [
            models.Index(fields=["-published_on", "-id"], name="article_by_date"),
            models.Index(
                fields=["-first_public_at"], name="article_newest", condition=Q(status="published")
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="article_external_id_unique",
                fields=["source", "external_id"],
                condition=~Q(external_id=""),
                violation_error_message="This source has an article with this identifier.",
            ),
            models.UniqueConstraint(
                name="article_url_unique",
                fields=["source", "url"],
                condition=Q(external_id="") & ~Q(url=""),
                violation_error_message="This source has an article with this address.",
            ),
            models.CheckConstraint(
                name="article_withdrawn_has_reason",
                condition=~Q(status="withdrawn")
                | (~Q(withdrawn_reason="") & Q(withdrawn_at__isnull=False)),
                violation_error_message="A withdrawn article needs the reason and the moment.",
            ),
            models.CheckConstraint(
                name="article_public_has_moment",
                condition=Q(status="draft") | Q(first_public_at__isnull=False),
                violation_error_message="What is or was public records since when.",
            ),
            models.CheckConstraint(
                name="article_has_title_and_body", condition=~Q(title="") & ~Q(body="")
            ),
            precision_constraint("published_on", "article_published_precision"),
        ]
        triggers = [
            frozen_public_id(),
            moves_changed_at(
                "published",
                "title summary body language source_id published_on published_on_precision place"
                " url archived_url",
            ),
            pgtrigger.Trigger(
                name="statements_appear",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("status"),
                condition=pgtrigger.Condition(
                    "NEW.status = 'published' AND OLD.status <> 'published'"
                ),
                func="""
                    UPDATE articles_statement SET changed_at = clock_timestamp()
                    WHERE article_id = NEW.id AND status = 'confirmed';
                    RETURN NULL;
                """,
            ),
            pgtrigger.Trigger(
                name="statements_fit_the_body",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("body"),
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Condition("OLD.body IS DISTINCT FROM NEW.body"),
                # At the end of the transaction, so that the statements can be re-anchored in it.
                # Writing a statement's text to itself runs the statement's own check.
                func="""
                    UPDATE articles_statement SET text = text WHERE article_id = NEW.id;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.public_id,)

    natural_key.dependencies = ["articles.source", "articles.topic"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.public_id, self.slug])

    @property
    def slug(self) -> str:
        """Decoration of the address; a wrong one redirects to this."""
        return slugify(self.title, allow_unicode=True)[:60].strip("-") or "article"

    @property
    def public_since(self) -> datetime.datetime:
        """Since when it has been in the archive, for one that is or was public."""
        return self.first_public_at or self.created_at

    @property
    def is_public(self) -> bool:
        return self.status == self.Status.PUBLISHED


protect_linked(Article.topics)


@pgtrigger.register(*links_move_changed_at("article", "published"))
@keep_link_history()
class ArticleTopic(Article.topics.through):  # type: ignore[misc, name-defined]
    """The link itself: a proxy, to hang triggers on."""

    class Meta:
        proxy = True


class Original(models.Model):
    """An article as it was received, byte for byte. Loading a changed one adds another."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="originals")
    content = models.BinaryField()
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField("SHA-256", max_length=64)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-received_at", "-id"]
        get_latest_by = ["received_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="original_sha256_is_hex", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            )
        ]

    def __str__(self) -> str:
        return f"{self.media_type}, {self.received_at:%Y-%m-%d}"

    @classmethod
    def of(cls, article: Article, content: bytes, media_type: str) -> Original:
        """An unsaved original with its digest."""
        digest = hashlib.sha256(content).hexdigest()
        return cls(article=article, content=content, media_type=media_type, sha256=digest)
