"""The review page of an article: what is said in it, decided on statement by statement.

Reached from pasting a text, from the article's page and from the queue. Each button posts one deed
to this address; the table `DEEDS` says which permission it needs. What another editor changed in
the meantime is not overwritten: a form carries the stamp of what it has shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import Truncator

from articles import ingestion
from articles.models import Article, Statement

from . import deeds, history, queue, review_page
from .base import DeskAdmin
from .correction import CorrectionForm
from .refusals import REFUSALS, in_words
from .spans import Impossible
from .versions import VERSION, stamp


@dataclass(frozen=True)
class Deed:
    """What a button does. `permission` is of the application; `decides` goes on to the next."""

    permission: str
    act: Callable[[HttpRequest, Statement, str], str]
    decides: bool = False


DEEDS = {
    "accept": Deed("confirm_statement", deeds.accept, decides=True),
    "reject": Deed("confirm_statement", deeds.reject, decides=True),
    "undo": Deed("change_statement", deeds.undo),
    "start": Deed("change_statement", deeds.move_start),
    "end": Deed("change_statement", deeds.move_end),
    "words-here": Deed("change_statement", deeds.take_words),
    "start-here": Deed("change_statement", deeds.take_start),
    "end-here": Deed("change_statement", deeds.take_end),
    "speaker": Deed("change_statement", deeds.choose_speaker),
    "create": Deed("add_speaker", deeds.create_speaker),
    "remove": Deed("delete_statement", deeds.remove),
}


def view(desk: DeskAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    article = Article.objects.select_related("source").filter(pk=pk).first()
    if article is None:
        raise Http404
    if not desk.has_view_permission(request, article):
        raise PermissionDenied
    if request.method != "POST":
        return _page(desk, request, article)
    try:
        with transaction.atomic():
            return _post(desk, request, article)
    except REFUSALS as error:
        messages.error(request, f"Nothing was changed. {in_words(error)}")
    except Impossible as error:
        messages.warning(request, str(error))
    return redirect(_address(article, request.POST.get("statement", "")))


def _post(desk: DeskAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    name, _, argument = request.POST.get("deed", "").partition(":")
    if name == "here":
        queue.is_here(request, article)
        return HttpResponse(status=204)
    if name == "accept-above":
        return _accept_above(desk, request, article)
    if name == "look-again":
        return _look_again(desk, request, article)
    if name == "new":
        return _new(desk, request, article)
    statement = _locked(request, article)
    if statement is None:
        messages.error(request, "This statement is no longer there.")
        return redirect(_address(article))
    if name == "correct":
        return _correct(desk, request, article, statement, accept=argument == "accept")
    deed = DEEDS.get(name)
    if deed is None:
        messages.error(request, "There is no such button.")
        return redirect(_address(article))
    _require(request, deed.permission)
    if _changed_meanwhile(request, statement):
        return redirect(_address(article, statement.pk))
    done = deed.act(request, statement, argument)
    _log(desk, request, article, f"{done}: “{Truncator(statement).chars(60)}”")
    following = _next_waiting(article, statement) if deed.decides else statement.pk
    return redirect(_address(article, following))


def _locked(request: HttpRequest, article: Article) -> Statement | None:
    key = request.POST.get("statement", "")
    if not (key.isascii() and key.isdigit() and len(key) < 18):
        return None
    statement = article.statements.select_for_update().filter(pk=key).first()
    if statement:
        statement.article = article
    return statement


def _require(request: HttpRequest, *permissions: str) -> None:
    if not all(request.user.has_perm(f"articles.{one}") for one in permissions):
        raise PermissionDenied


def _changed_meanwhile(request: HttpRequest, statement: Statement) -> bool:
    """Tell what another editor did since the page was shown, if anybody did anything."""
    if request.POST.get(VERSION) == stamp(statement):
        return False
    last = history.newest_change(statement)
    told = "It is shown as it is now; decide again."
    if last:
        what = "; ".join(f"{one.field}: {one.before} → {one.after}" for one in last.differences)
        told = f"{last.by or 'Somebody'} changed it: {what}. {told}"
    messages.warning(request, f"Nothing was done: this statement was changed meanwhile. {told}")
    return True


def _log(desk: DeskAdmin, request: HttpRequest, article: Article, done: str) -> None:
    desk.log_change(request, article, done)


def _next_waiting(article: Article, statement: Statement) -> int | str:
    """The next proposal after this one, else the first one; else the end of the list."""
    waiting = article.statements.filter(status=Statement.Status.PROPOSED).order_by("position", "pk")
    keys = list(waiting.values_list("pk", "position"))
    later = [pk for pk, position in keys if position > statement.position]
    return next(iter(later or [pk for pk, _ in keys]), "done")


def _address(article: Article, anchor: int | str = "") -> str:
    address = reverse("admin:articles_article_review", args=[article.pk])
    if anchor == "done":
        return f"{address}#done"
    return f"{address}#s-{anchor}" if str(anchor).isdigit() else address


# --- deeds on more than one statement, or on none yet --------------------------------------------


def _accept_above(desk: DeskAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    _require(request, "confirm_statement")
    share = request.POST.get("share", "")
    if share not in map(str, review_page.SHARES):
        raise Impossible("Choose from which confidence on they are accepted.")
    waiting = article.statements.select_for_update().filter(status=Statement.Status.PROPOSED)
    chosen = [one for one in waiting if review_page.is_sure(one, int(share))]
    for one in chosen:
        deeds.accept(request, one, "")
    told = f"{len(chosen)} of a confidence of at least {share} % accepted."
    _log(desk, request, article, told)
    messages.success(request, told)
    return redirect(_address(article))


def _look_again(desk: DeskAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    _require(request, "add_statement")
    found = ingestion.propose_more(article)
    told = f"{len(found)} more found." if found else "Nothing more was found."
    if found:
        _log(desk, request, article, told)
    messages.info(request, told)
    return redirect(_address(article, found[0].pk if found else ""))


def _new(desk: DeskAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    _require(request, "add_statement")
    statement = deeds.make(request, article)
    _log(desk, request, article, f"Entered: “{Truncator(statement).chars(60)}”")
    return redirect(_address(article, statement.pk))


# --- correcting ----------------------------------------------------------------------------------


def _correct(
    desk: DeskAdmin, request: HttpRequest, article: Article, statement: Statement, *, accept: bool
) -> HttpResponse:
    _require(request, "change_statement", *(["confirm_statement"] if accept else []))
    tenures = deeds.tenures_to_choose(request, statement)
    suggested = deeds.topics_to_choose(request, statement)
    version = stamp(statement)
    form = review_page.form_for(statement, tenures, suggested, request.POST)
    valid = form.is_valid()
    if valid and form.cleaned_data.get("new_speaker") and statement.speaker:
        _require(request, *([] if statement.speaker.pk else ["add_speaker"]))
    if request.POST.get(VERSION) != version:
        return _conflict(desk, request, article, form)
    if not valid:
        return _page(desk, request, article, {statement.pk: form})
    form.save()
    if accept:
        deeds.accept(request, statement, "")
    _log(desk, request, article, f"Corrected: “{Truncator(statement).chars(60)}”")
    return redirect(
        _address(article, _next_waiting(article, statement) if accept else statement.pk)
    )


def _conflict(
    desk: DeskAdmin, request: HttpRequest, article: Article, form: CorrectionForm
) -> HttpResponse:
    """Both versions: what another has saved, and what was typed here, which stays in the form."""
    stored = Statement.objects.get(pk=form.instance.pk)
    theirs = review_page.form_for(stored, deeds.tenures_to_choose(request, stored), [])
    rows = [
        (str(bound.label), _shown(theirs[bound.name].value()), _shown(bound.value()))
        for bound in form
        if bound.name in theirs.initial
        and _shown(theirs[bound.name].value()) != _shown(bound.value())
    ]
    messages.error(
        request,
        "Not saved: another editor changed this statement meanwhile. Both versions are shown at "
        "it; saving again takes yours.",
    )
    return _page(desk, request, article, {stored.pk: form}, {stored.pk: rows})


def _shown(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "\n".join(str("" if value is None else value).splitlines()).strip()


def _page(
    desk: DeskAdmin,
    request: HttpRequest,
    article: Article,
    bound: dict[int, CorrectionForm] | None = None,
    conflicts: dict[int, list[tuple[str, str, str]]] | None = None,
) -> HttpResponse:
    user = request.user
    shown = review_page.context(article, bound)
    for card in shown["cards"]:
        card.conflict = (conflicts or {}).get(card.statement.pk, [])
    context = {
        **desk.admin_site.each_context(request),
        **shown,
        "at_work": queue.at_work([article], user.pk).get(article.pk, []),
        "following": None if shown["waiting"] else queue.next_in_queue(article),
        "title": f"Review: {Truncator(article.title).chars(80)}",
        "opts": desk.opts,
        "is_nav_sidebar_enabled": False,  # the room is needed
        "may_decide": user.has_perm("articles.confirm_statement"),
        "may_change": user.has_perm("articles.change_statement"),
        "may_add": user.has_perm("articles.add_statement"),
        "may_create": user.has_perm("articles.add_speaker"),
        "may_remove": user.has_perm("articles.delete_statement"),
        "may_publish": user.has_perm("articles.publish_article"),
    }
    return TemplateResponse(request, "admin/articles/article/review.html", context)
