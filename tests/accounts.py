"""Accounts for tests: an editor proposes and edits, a reviewer confirms and publishes as well."""

from __future__ import annotations

import itertools

from django.contrib.auth.models import Permission, User

_numbers = itertools.count(1)

REVIEWING = ("publish_article", "confirm_statement")


def _with_permissions(user: User, permissions: list[Permission]) -> User:
    user.user_permissions.set(permissions)
    return user


def editor(*, username: str | None = None) -> User:
    """May add, change, delete and view everything of the archive; decides on nothing."""
    user = User.objects.create_user(username or f"editor-{next(_numbers)}", is_staff=True)
    allowed = Permission.objects.filter(content_type__app_label="articles")
    return _with_permissions(user, list(allowed.exclude(codename__in=REVIEWING)))


def reviewer(*, username: str | None = None) -> User:
    user = User.objects.create_user(username or f"reviewer-{next(_numbers)}", is_staff=True)
    return _with_permissions(
        user, list(Permission.objects.filter(content_type__app_label="articles"))
    )


def reader_of_the_desk(*, username: str | None = None) -> User:
    """May look at everything in the admin and change nothing."""
    user = User.objects.create_user(username or f"viewer-{next(_numbers)}", is_staff=True)
    allowed = Permission.objects.filter(content_type__app_label="articles")
    return _with_permissions(user, list(allowed.filter(codename__startswith="view_")))
