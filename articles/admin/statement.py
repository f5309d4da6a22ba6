from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from articles import publishing
from articles.anchoring import put_in_order
from articles.dates import PartialDate
from articles.marking import Mark, paragraphs
from articles.models import Article, Statement, Tenure
from articles.search import index

from . import bulk, finding, withdrawing
from .base import DeskAdmin
from .rules_in_words import in_words
from .statement_form import DecidingStatementForm, StatementForm
from .workflow import decide

# What the next statement of the same article most likely shares with the last one.
CARRIED = [
    "kind",
    "speaker",
    "tenure",
    "polity",
    "occasion",
    "place",
    "addressees",
    "language",
]


@admin.register(Statement)
class StatementAdmin(DeskAdmin):
    list_display = ["__str__", "who", "said_as_known", "status", "in_article"]
    list_filter = [
        "status",
        "kind",
        ("speaker", admin.EmptyFieldListFilter),
        "article__source",
        "article__language",
    ]
    search_fields = ["text", "speaker__name", "article__title", "=public_id"]
    search_help_text = "Words in any form, “a phrase”, beginnings like negotiat*, or its address."
    date_hierarchy = "said_on"
    actions = ["confirm", "propose", "reject", "withdraw", "set_for_many"]
    ordering = ["-id"]

    # --- the list --------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            super()
            .get_queryset(request)
            .select_related("article__source", "speaker", "created_by", "tenure__office")
            .defer("article__summary")
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        search = super().get_search_results
        try:
            total, found = finding.public_with(search_term)
        except index.NotReady:
            return search(request, queryset, search_term)
        others = [
            pk
            for part in finding.not_public()
            for pk in search(request, part, search_term)[0].values_list("pk", flat=True)[
                : finding.MOST + 1
            ]
        ]
        if total > finding.MOST or len(others) > finding.MOST:
            messages.info(request, f"Only the first {finding.MOST:,} are listed. Add a word.")
        keys = [*found, *others[: finding.MOST]]
        return queryset.filter(Q(pk__in=keys) | Q(public_id=search_term.strip())), False

    @admin.display(description="said on", ordering="said_on")
    def said_as_known(self, statement: Statement) -> str:
        return str(statement.said or "")

    @admin.display(description="speaker", ordering="speaker__sort_name")
    def who(self, statement: Statement) -> str:
        """With the capacity; where nobody is known, as the source prints it."""
        name = statement.speaker or statement.attribution or self.get_empty_value_display()
        if not statement.office_title:
            return str(name)
        return format_html('{} <span class="quiet">{}</span>', name, statement.office_title)

    @admin.display(description="article", ordering="article__title")
    def in_article(self, statement: Statement) -> str:
        return Truncator(statement.article).chars(40)

    # --- one statement ---------------------------------------------------------------------------

    def is_public(self, obj: Statement) -> bool:
        return obj.status == Statement.Status.CONFIRMED and obj.article.is_public

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        kwargs["form"] = StatementForm
        if self.has_confirm_permission(request):
            kwargs["form"] = DecidingStatementForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Statement | None = None) -> Any:
        decides = self.has_confirm_permission(request)
        decision = ["decision" if decides else "status", *(["status_reason"] if obj else [])]
        return [
            (None, {"fields": ["article", "words", "occurrence", "kind"]}),
            (
                "Who spoke",
                {"fields": ["speaker", "tenure", "attribution", "cue", "office_as_printed"]},
            ),
            (
                "When, where, to whom, about what",
                {"fields": ["said", "place", "occasion", "addressees", "topics"]},
            ),
            ("More", {"fields": ["polity", "language"], "classes": ["collapse"]}),
            *([("Decision", {"fields": decision})] if decides or obj else []),
            *([("Record", {"fields": ["public_id", "created_by", "found"]})] if obj else []),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Statement | None = None) -> list[str]:
        fixed = ["article", "public_id", "created_by", "found"] if obj else []
        decided = [] if self.has_confirm_permission(request) else ["status", "status_reason"]
        return [*fixed, *decided]

    @admin.display(description="found")
    def found(self, statement: Statement) -> str:
        """Where the words stand, and who or what found them."""
        places = ", ".join(f"{start}–{end}" for start, end in statement.segments)
        where = f"At characters {places}" if places else "Nowhere in the text"
        return f"{where}. {in_words(statement.rule)}"

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the last statement of the article had, else what the article's dateline says."""
        given = super().get_changeform_initial_data(request)
        article = _article_named_by(request)
        if not article:
            return given
        carried = {
            "said": PartialDate(article.dateline_on) if article.dateline_on else article.published,
            "place": article.place,
            "language": article.language,
        }
        last = article.statements.filter(created_by=request.user.pk).order_by("-id").first()
        if last:
            carried |= model_to_dict(last, fields=CARRIED) | {"said": last.said}
        return {**carried, **given}

    def render_change_form(  # type: ignore[override]
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Beside the form the article's text, with the words that are statements marked."""
        statement = context.get("original")
        context["may_decide"] = self.has_confirm_permission(request)
        article = statement.article if statement else _article_named_by(request)
        if article:
            others = article.statements.exclude(status=Statement.Status.REJECTED)
            marks = [
                Mark(one.segments, url=_edit(one)) for one in others.only("segments", "article")
            ]
            context |= {"article": article, "paragraphs": paragraphs(article.body, marks)}
            context["is_nav_sidebar_enabled"] = False  # the room is needed
        return super().render_change_form(request, context, *args, **kwargs)

    # --- saving and deciding ---------------------------------------------------------------------

    def has_confirm_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.confirm_statement")

    def has_delete_permission(self, request: HttpRequest, obj: Statement | None = None) -> bool:
        """What may have been public is rejected, and never deleted: others may refer to it."""
        was_public = obj is not None and obj.confirmed_at and obj.article.first_public_at
        return not was_public and super().has_delete_permission(request, obj)

    def store(self, request: HttpRequest, obj: Statement, form: Any) -> None:
        decision = form.cleaned_data.get("decision")
        if decision == Statement.Status.CONFIRMED:
            publishing.confirm(obj)
        elif decision == Statement.Status.REJECTED:
            publishing.reject(obj, obj.status_reason)
        elif decision == Statement.Status.PROPOSED or not obj.pk:
            publishing.propose(obj, obj.status_reason)
        else:
            obj.save()
        self._tell_of_offices(request, obj)
        if "words" in form.changed_data:
            put_in_order(obj.article)
            self._tell_of_overlaps(request, obj)

    def _tell_of_offices(self, request: HttpRequest, statement: Statement) -> None:
        """Where several offices were held on the day, the editor has to say which it was."""
        if statement.tenure_id or not statement.speaker_id or not statement.said_on:
            return
        held = Tenure.objects.filter(speaker=statement.speaker_id).in_force(statement.said_on)
        titles = [str(tenure.office) for tenure in held.select_related("office__polity")]
        if len(titles) > 1:
            offices = "; ".join(titles)
            self.message_user(
                request,
                f"{statement.speaker} held several offices on that day: {offices}. In which of "
                "them the words were spoken, say under “Capacity”.",
                messages.WARNING,
            )

    def _tell_of_overlaps(self, request: HttpRequest, statement: Statement) -> None:
        """Rightly so when two spoke together; else most likely a slip."""
        taken = {place for start, end in statement.segments for place in range(start, end)}
        for other in statement.article.statements.exclude(pk=statement.pk).only(
            "segments", "text", "article"
        ):
            if any(not taken.isdisjoint(range(start, end)) for start, end in other.segments):
                self.message_user(
                    request, f"Some of its words are also part of “{other}”.", messages.WARNING
                )

    def response_add(self, request: HttpRequest, obj: Statement, *args: Any) -> HttpResponse:  # type: ignore[override]
        response = super().response_add(request, obj, *args)
        if "_addanother" in request.POST:
            return redirect(f"{request.path}?article={obj.article_id}")
        return response

    def response_post_save_add(self, request: HttpRequest, obj: Statement) -> HttpResponseRedirect:
        """Back to the article, where its statements are listed."""
        return redirect(_statements_of(obj))

    def response_post_save_change(
        self, request: HttpRequest, obj: Statement
    ) -> HttpResponseRedirect:
        if request.GET.get("from") == "article":
            return redirect(_statements_of(obj))
        return super().response_post_save_change(request, obj)

    @admin.action(description="Confirm", permissions=["confirm"])
    def confirm(self, request: HttpRequest, queryset: QuerySet) -> None:
        decide(self, request, queryset, publishing.confirm, "confirmed")

    @admin.action(description="Put back among the proposals", permissions=["confirm"])
    def propose(self, request: HttpRequest, queryset: QuerySet) -> None:
        decide(self, request, queryset, publishing.propose, "put back among the proposals")

    @admin.action(description="Reject", permissions=["confirm"])
    def reject(self, request: HttpRequest, queryset: QuerySet) -> None:
        decide(self, request, queryset, publishing.reject, "rejected")

    @admin.action(description="Set speaker, occasion, topics…", permissions=["change"])
    def set_for_many(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return bulk.set_for_many(self, request, queryset)

    @admin.action(description="Withdraw…", permissions=["confirm"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Of what was confirmed; a confirmation restores it."""
        return withdrawing.withdraw(self, request, queryset, publishing.withdraw_statement)


def _article_named_by(request: HttpRequest) -> Article | None:
    key = request.POST.get("article") or request.GET.get("article") or ""
    known = key.isascii() and key.isdigit()
    return Article.objects.filter(pk=key).first() if known else None


def _edit(statement: Statement) -> str:
    return f"{reverse('admin:articles_statement_change', args=[statement.pk])}?from=article"


def _statements_of(statement: Statement) -> str:
    return f"{reverse('admin:articles_article_change', args=[statement.article_id])}#statements"
