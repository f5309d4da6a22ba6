"""“Add article from text”: a report is pasted, its parts are recognised, corrected, and saved.

Two steps at one address. Nothing is saved before the second; both forms carry all that was typed.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminTextareaWidget, AdminURLFieldWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from articles import ingestion
from articles.dates import PartialDate
from articles.forms import PlainTextField
from articles.models import Article, Original, Source
from articles.readers import text as reports
from articles.readers.drafts import TEXT

from .base import DeskAdmin, DeskForm
from .dates import DayInput, PartialDateInput
from .naming import NameField, NameInput
from .refusals import REFUSALS, in_words

MOST_CHARACTERS = 300_000
MOST_SOURCES = 1000  # offered by name


class PastedField(PlainTextField):
    """What was on a page, white space and all; NULs, which no text has, are left out."""

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)

    def to_python(self, value: Any) -> str:
        return super().to_python((value or "").replace("\0", ""))


class OriginForm(forms.Form):
    """What was pasted, and where it comes from."""

    text = PastedField(
        widget=AdminTextareaWidget(attrs={"rows": 22, "class": "vLargeTextField body-text"}),
        label="The report",
        help_text="As it stands on the page: headline, standfirst, dateline, text.",
    )
    source = NameField(
        max_length=200,
        widget=NameInput("sources"),
        help_text="The agency, ministry or newspaper that it comes from.",
    )
    new_source = forms.BooleanField(required=False, label="This is a source new to the archive")
    url = forms.URLField(
        required=False,
        max_length=1000,
        label="Address",
        assume_scheme="https",
        widget=AdminURLFieldWidget,
    )
    published = PartialDateInput(
        label="Published on", help_text="2019-05-14, 2019-05 or 2019. Empty: as the dateline says."
    )

    known: Article | None = None  # the article that is in the archive already

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if len(text) > MOST_CHARACTERS:
            raise ValidationError(
                f"This has {len(text):,} characters; a report has at most {MOST_CHARACTERS:,}. "
                "Longer ones are loaded by manage.py ingest."
            )
        return text

    def clean_published(self) -> PartialDate | None:
        published = self.cleaned_data["published"]
        if published and published.first > timezone.localdate():
            raise ValidationError(f"{published} lies in the future.")
        return published

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        name = cleaned.get("source")
        if name and not cleaned.get("new_source") and not _source(name):
            self.add_error("source", f"There is no source “{name}” yet. If it is new, say so.")
        if "text" in cleaned:
            self.report = _read(cleaned["text"], cleaned.get("published"))
            self._look_at(self.report)
        if name and not self.errors:
            self.known = ingestion.known_article(
                _name(name), url=cleaned["url"], body=self.report.body, pasted=cleaned["text"]
            )
            if self.known:
                raise ValidationError("This report is in the archive already.")
        return cleaned

    def _look_at(self, report: reports.Report) -> None:
        if not report.body:
            found = "There is only a headline" if report.title else "There are no words"
            self.add_error("text", f"{found}: no text under it was recognised.")

    def parts(self) -> dict[str, Any]:
        """What was recognised, as the second form begins."""
        report, published = self.report, self.cleaned_data["published"]
        dated = PartialDate(report.dated) if report.dated else None
        return {
            **self.cleaned_data,
            "published": published or dated,
            "title": report.title,
            "summary": report.summary,
            "place": report.place,
            "dateline_on": report.dated,
            "body": report.body,
            "language": "en",
        }


class PartsForm(OriginForm, DeskForm):
    """The article: what was recognised, to be corrected, with what was pasted."""

    text = PastedField(widget=AdminTextareaWidget(attrs={"rows": 12, "class": "body-text"}))
    dateline_on = DayInput(label="Date of the dateline")
    summary = PlainTextField(
        required=False, label="Standfirst", widget=AdminTextareaWidget(attrs={"rows": 3})
    )
    body = PlainTextField(
        widget=AdminTextareaWidget(attrs={"rows": 22, "class": "vLargeTextField body-text"}),
        help_text="Plain text; a blank line between paragraphs.",
    )

    field_order = ["title", "summary", "source", "new_source", "url", "published", "place"]

    class Meta:
        model = Article
        fields = ["url", "title", "summary", "place", "dateline_on", "language", "body"]
        widgets = {"title": forms.TextInput(attrs={"class": "vTextField"})}

    def _look_at(self, report: reports.Report) -> None:
        """The editor has looked."""


def _read(text: str, published: PartialDate | None) -> reports.Report:
    day = published.first if published and published.precision == "day" else None
    return reports.read(text, published_on=day)


def _source(name: str) -> Source | None:
    return Source.objects.filter(name__iexact=name).first()


def _name(typed: str) -> str:
    found = _source(typed)
    return found.name if found else typed


def view(desk: DeskAdmin, request: HttpRequest) -> HttpResponse:
    """The two steps."""
    if not desk.has_add_permission(request):
        raise PermissionDenied
    if "_save" in request.POST:
        return _save(desk, request)
    if "_read" not in request.POST:
        last = Article.objects.filter(created_by=request.user.pk).order_by("-id").first()
        given = {"source": last.source.name if last else ""}
        return _page(desk, request, OriginForm(initial=given))
    form = OriginForm(request.POST)
    if not form.is_valid():
        return _page(desk, request, form)
    return _page(desk, request, PartsForm(initial=form.parts()), form.report)


def _save(desk: DeskAdmin, request: HttpRequest) -> HttpResponse:
    form = PartsForm(request.POST)
    if not form.is_valid():
        return _page(desk, request, form, getattr(form, "report", None))
    try:
        with transaction.atomic():
            article = _saved(form, request)
    except REFUSALS as error:
        form.add_error(None, in_words(error))
        return _page(desk, request, form, form.report)
    desk.log_addition(request, article, "Added from text.")
    number = article.statements.count()
    told = f"Saved as a draft, with {number} proposal{'' if number == 1 else 's'}."
    desk.message_user(request, told, messages.SUCCESS)
    return redirect("admin:articles_article_review", article.pk)


def _saved(form: PartsForm, request: HttpRequest) -> Article:
    """The article with what was pasted, and the engine's proposals."""
    given = form.cleaned_data
    article = form.save(commit=False)
    article.source = _source(given["source"]) or _new_source(given["source"], request)
    article.published = given["published"]
    article.external_id = "" if article.url else reports.identity(form.report.body)
    article.retrieved_at = timezone.now()
    article.created_by = request.user
    article.save()
    Original.of(article, given["text"].encode(), TEXT).save()
    ingestion.propose([article])
    return article


def _new_source(name: str, request: HttpRequest) -> Source:
    if not request.user.has_perm("articles.add_source"):
        raise PermissionDenied
    return Source.objects.create(name=name)


def _page(
    desk: DeskAdmin,
    request: HttpRequest,
    form: OriginForm,
    report: reports.Report | None = None,
) -> HttpResponse:
    context = {
        **desk.admin_site.each_context(request),
        "title": "Add article from text",
        "opts": desk.opts,
        "form": form,
        "report": report,
        "parts": isinstance(form, PartsForm),
        "known": form.known,
        "sources": Source.objects.order_by("name").values_list("name", flat=True)[:MOST_SOURCES],
        "media": desk.media,
    }
    return TemplateResponse(request, "admin/articles/article/paste.html", context)
