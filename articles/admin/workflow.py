"""Decisions as actions: bulk in a list, by a button on a page.

A button posts to the list what choosing one row and an action there would post: there is one way
in, with one check of permissions. `articles.publishing` does the deed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import HttpRequest
from django.utils.text import Truncator

from articles.models import Article, Statement

from .base import DeskAdmin
from .refusals import REFUSALS, in_words


def decide(
    desk: DeskAdmin,
    request: HttpRequest,
    records: Iterable[Article] | Iterable[Statement],
    deed: Callable[..., None],
    done: str,
) -> None:
    """Do the deed to each record, log it as `done`, and tell the editor; what is refused stays.

    Each is read again and held, so that what another editor saved meanwhile is kept.
    """
    decided = 0
    for record in records:
        try:
            with transaction.atomic():
                held = desk.model._base_manager.select_for_update().get(pk=record.pk)
                deed(held)
                desk.log_change(request, held, f"{done.capitalize()}.")
            decided += 1
        except REFUSALS as error:
            _tell_refusal(desk, request, record, f"stays as it is. {in_words(error)}")
        except ObjectDoesNotExist:
            _tell_refusal(desk, request, record, "was deleted meanwhile.")
    if decided:
        noun = desk.opts.verbose_name if decided == 1 else desk.opts.verbose_name_plural
        desk.message_user(request, f"{decided} {noun} {done}.", messages.SUCCESS)


def _tell_refusal(
    desk: DeskAdmin, request: HttpRequest, record: Article | Statement, told: str
) -> None:
    words = Truncator(str(record)).chars(60)
    desk.message_user(request, f"“{words}” {told}", messages.ERROR)
