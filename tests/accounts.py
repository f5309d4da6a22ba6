"""Accounts for tests, in the groups that the migration makes."""

from __future__ import annotations

import itertools
from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group, Permission, User

_numbers = itertools.count(1)


def _in_group(name: str, username: str) -> User:
    user = User.objects.create_user(username, is_staff=True)
    if not Group.objects.filter(name=name).exists():
        # Transactional tests empty all tables, the groups of the migration too.
        import_module("articles.migrations.0008_roles").fill_groups(apps)
    user.groups.add(Group.objects.get(name=name))
    return user


def editor(*, username: str | None = None) -> User:
    """May add, change, delete and view everything of the archive; decides on nothing."""
    return _in_group("Editors", username or f"editor-{next(_numbers)}")


def reviewer(*, username: str | None = None) -> User:
    """An editor who also confirms and publishes."""
    return _in_group("Reviewers", username or f"reviewer-{next(_numbers)}")


def administrator(*, username: str | None = None) -> User:
    """A reviewer who also merges records and manages accounts."""
    return _in_group("Administrators", username or f"administrator-{next(_numbers)}")


def reader_of_the_desk(*, username: str | None = None) -> User:
    """May look at everything in the admin and change nothing."""
    user = User.objects.create_user(username or f"viewer-{next(_numbers)}", is_staff=True)
    allowed = Permission.objects.filter(content_type__app_label="articles")
    user.user_permissions.set(allowed.filter(codename__startswith="view_"))
    return user
