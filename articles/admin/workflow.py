"""Decisions as actions: bulk in a list, by a button on a page.

A button posts to the list what choosing one row and an action there would post: there is one way
in, with one check of permissions. `articles.publishing` does the deed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.db import DatabaseError, transaction
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
    """Do the deed to each record, log it as `done`, and tell the editor; what is refused stays."""
    decided = 0
    for record in records:
        try:
            with transaction.atomic():
                deed(record)
                desk.log_change(request, record, f"{done.capitalize()}.")
            decided += 1
        except REFUSALS as error:
            _tell_refusal(desk, request, record, error)
    if decided:
        noun = desk.opts.verbose_name if decided == 1 else desk.opts.verbose_name_plural
        desk.message_user(request, f"{decided} {noun} {done}.", messages.SUCCESS)


def _tell_refusal(
    desk: DeskAdmin, request: HttpRequest, record: Article | Statement, error: DatabaseError
) -> None:
    words = Truncator(str(record)).chars(60)
    desk.message_user(request, f"“{words}” stays as it is. {in_words(error)}", messages.ERROR)
