from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from articles import publishing
from articles.anchoring import reanchor
from articles.forms import PlainTextField
from articles.models import Article, Statement

from . import pasting, preview, queue, reverting, review, text_changes, withdrawing
from .base import DeskAdmin, DeskForm
from .counting import counted
from .dates import DayInput, PartialDateInput
from .workflow import decide

WAITING = Q(status=Statement.Status.PROPOSED)


class ArticleForm(DeskForm):
    published = PartialDateInput(label="Published at its source on")
    dateline_on = DayInput(label="Date of the dateline")
    body = PlainTextField(
        widget=AdminTextareaWidget(attrs={"rows": 24, "class": "vLargeTextField body-text"}),
        help_text="Plain text; a blank line between paragraphs. When the text of an article that "
        "has statements is changed, they are found again by their words.",
    )


class WaitingFilter(admin.SimpleListFilter):
    title = "statements"
    parameter_name = "statements"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("waiting", "some wait for a decision"), ("none", "none yet")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "waiting":
            waiting = Statement.objects.filter(WAITING).values("article")
            return queryset.filter(pk__in=waiting)
        if self.value() == "none":
            return queryset.filter(statements__isnull=True)
        return queryset


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    form = ArticleForm
    list_display = ["headline", "published_as_known", "status", "confirmed", "waiting"]
    list_filter = ["status", WaitingFilter, "source", "language"]
    search_fields = ["title", "=external_id", "=url", "=public_id"]
    search_help_text = "Headline; or exactly the identifier, address or public id"
    date_hierarchy = "published_on"
    readonly_fields = [
        "public_id",
        "status",
        "withdrawn_reason",
        "retrieved_at",
        "created_by",
    ]
    actions = ["publish", "return_to_draft", "withdraw"]
    fieldsets = [
        (None, {"fields": ["source", ("published", "language"), "url"]}),
        ("The text", {"fields": ["title", "summary", ("place", "dateline_on"), "body", "topics"]}),
        ("More", {"fields": ["external_id", "archived_url"], "classes": ["collapse"]}),
    ]
    RECORD = (
        "Record",
        {
            "fields": [
                "status",
                "withdrawn_reason",
                "public_id",
                "retrieved_at",
                "created_by",
            ]
        },
    )

    # --- the list --------------------------------------------------------------------------------

    def with_labels(self, records: QuerySet) -> QuerySet:
        return records.select_related("source")

    def label(self, obj: Article) -> str:
        return ", ".join(filter(None, [obj.title, str(obj.source), str(obj.published or "")]))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        confirmed = Q(status=Statement.Status.CONFIRMED)
        articles = super().get_queryset(request).select_related("source", "created_by")
        if request.resolver_match and request.resolver_match.url_name == "articles_article_change":
            return articles
        return articles.defer("body", "summary").annotate(
            confirmed_counted=counted(Statement, "article", confirmed),
            waiting_counted=counted(Statement, "article", WAITING),
        )

    @admin.display(description="headline", ordering="title")
    def headline(self, article: Article) -> str:
        return format_html('{} <span class="quiet">{}</span>', article.title, article.source)

    @admin.display(description="published", ordering="published_on")
    def published_as_known(self, article: Article) -> str:
        return str(article.published or "")

    @admin.display(ordering="confirmed_counted")
    def confirmed(self, article: Article) -> int:
        return article.confirmed_counted  # type: ignore[attr-defined]

    @admin.display(ordering="waiting_counted")
    def waiting(self, article: Article) -> str | int:
        """The number leads to where they are decided on."""
        number: int = article.waiting_counted  # type: ignore[attr-defined]
        if not number:
            return number
        address = reverse("admin:articles_article_review", args=[article.pk])
        return format_html('<a href="{}">{}</a>', address, number)

    def get_urls(self) -> list[URLPattern]:
        """The pages of our own stand before Django's, one of which takes any address."""
        pages = [
            path("paste/", self._page(pasting.view), name="articles_article_paste"),
            path("queue/", self._page(queue.view), name="articles_article_queue"),
            path("<int:pk>/review/", self._page(review.view), name="articles_article_review"),
            path("<int:pk>/preview/", self._page(preview.view), name="articles_article_preview"),
        ]
        return [*pages, *super().get_urls()]

    def _page(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        return self.admin_site.admin_view(partial(view, self))

    # --- one article -----------------------------------------------------------------------------

    def is_public(self, obj: Article) -> bool:
        return obj.is_public

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        return [*fieldsets, self.RECORD] if obj else fieldsets

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new article comes from where the editor's last one came from."""
        last = Article.objects.filter(created_by=request.user).order_by("-id").first()
        carried = {"source": last.source_id, "language": last.language} if last else {}
        return {**carried, **super().get_changeform_initial_data(request)}

    def render_change_form(  # type: ignore[override]
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article = context.get("original")
        context["may_publish"] = self.has_publish_permission(request)
        if article:
            statements = article.statements.select_related("speaker").defer("segments")
            context["statements"] = list(statements)
            context["waiting"] = [one for one in context["statements"] if one.status == "proposed"]
            context["may_add_statements"] = request.user.has_perm("articles.add_statement")
            context["may_confirm"] = request.user.has_perm("articles.confirm_statement")
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if text_changes.GO_ON in request.POST:
            request.refusal = "Nothing is saved yet."  # type: ignore[attr-defined]
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except text_changes.Unseen as unseen:
            return text_changes.page(self, request, unseen)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if text_changes.GO_ON in request.POST:
            return redirect(request.path)
        try:
            return super().history_view(request, object_id, extra_context)
        except text_changes.Unseen as unseen:
            return text_changes.page(self, request, unseen, back="Leave it as it is")

    def put_back(self, request: HttpRequest, record: Article, key: str) -> str:
        def take_text(article: Article, body: str) -> None:
            article.body = body
            self._reanchor(request, article)

        return reverting.revert(record, key, take_text)

    # --- saving and deciding ---------------------------------------------------------------------

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """What was public is withdrawn, so that its address can say so, and never deleted."""
        was_public = obj is not None and obj.first_public_at is not None
        return not was_public and super().has_delete_permission(request, obj)

    def store(self, request: HttpRequest, obj: Article, form: forms.ModelForm) -> None:
        """Save; “Save and publish” publishes as well, so that no edit is lost on the way to it."""
        deed, done = self._deed(request)
        if deed and not self.has_publish_permission(request):
            raise PermissionDenied
        if not obj.pk:
            obj.retrieved_at = timezone.now()
        elif "body" in form.changed_data:
            self._reanchor(request, obj)
        if deed:
            deed(obj)
            self.log_change(request, obj, done)
            self.message_user(request, done, messages.SUCCESS)
        else:
            obj.save()

    def _deed(self, request: HttpRequest) -> tuple[Callable[[Article], None] | None, str]:
        if "_publish" in request.POST:
            return publishing.publish, "Published."
        if "_draft" in request.POST:
            return publishing.return_to_draft, "Returned to draft."
        return None, ""

    def _reanchor(self, request: HttpRequest, article: Article) -> None:
        """Find the statements again in the new text, and say what became of them."""
        was = {one.pk: one.words for one in article.statements.all()}
        outcome = reanchor(article, article.body)
        if article.is_public and was and text_changes.SEEN not in request.POST:
            raise text_changes.Unseen(article, text_changes.fates(outcome, was))
        kept, moved, lost = map(len, (outcome.kept, outcome.moved, outcome.lost))
        if kept or moved or lost:
            told = f"Statements in the changed text: {kept} kept, {moved} moved, {lost} lost."
            if lost:
                told += " What was lost waits below, as proposed, for its words."
            self.message_user(request, told, messages.WARNING if lost else messages.INFO)

    def response_post_save_add(self, request: HttpRequest, obj: Article) -> HttpResponseRedirect:
        """To the article: its statements come next."""
        return self._to_the_article(obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        deed, _ = self._deed(request)
        return self._to_the_article(obj) if deed else super().response_change(request, obj)

    def _to_the_article(self, article: Article) -> HttpResponseRedirect:
        return redirect("admin:articles_article_change", article.pk)

    @admin.action(description="Publish", permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        decide(self, request, queryset, publishing.publish, "published")

    @admin.action(description="Return to draft", permissions=["publish"])
    def return_to_draft(self, request: HttpRequest, queryset: QuerySet) -> None:
        decide(self, request, queryset, publishing.return_to_draft, "returned to draft")

    @admin.action(description="Withdraw…", permissions=["publish"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return withdrawing.withdraw(self, request, queryset, publishing.withdraw)
