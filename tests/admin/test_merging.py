"""Merging at the desk: who may, what is asked, what is shown, and how it is undone."""

from __future__ import annotations

import pytest

from articles.admin.merging import likely_duplicates
from articles.models import Merger, Speaker
from tests import accounts, factories

from .conftest import messages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(sign_in):
    return sign_in(accounts.administrator())


@pytest.fixture
def pair():
    kept, merged = factories.speaker(name="Tove Berg"), factories.speaker(name="T. Berg")
    factories.statement(speaker=merged)
    return kept, merged


@pytest.mark.parametrize("noun", ["speaker", "topic", "source"])
def test_records_are_merged_with_a_reason_and_taken_apart_again(administrator, noun):
    make = getattr(factories, noun)
    kept, merged, third = make(name="Kept"), make(name="Merged"), make(name="Third")
    asked = administrator.act("merge", kept, merged, third)
    assert "Which one stays" in asked.content.decode()
    refused = administrator.act("merge", kept, merged, kept=kept.pk, reason=" ")
    assert "required" in str(refused.context["form"].errors)
    done = administrator.act("merge", kept, merged, third, kept=kept.pk, reason="All <b>one</b>.")
    assert done["Location"] == administrator.page(kept)
    page = administrator.get(administrator.page(kept)).content.decode()
    assert "All &lt;b&gt;one" in page
    assert administrator.user.username in page
    assert type(kept).objects.count() == 1

    undo = f"/admin/articles/{noun}/mergers/{Merger.objects.get(name='Merged').pk}/undo/"
    assert undo in page
    assert "record of its own again" in messages_of(administrator.post(undo))
    assert set(type(kept).objects.values_list("name", flat=True)) == {"Kept", "Merged"}
    assert "undone" in administrator.get(administrator.page(kept)).content.decode()


@pytest.mark.parametrize("role", ["editor", "reviewer"])
def test_others_merge_and_undo_nothing(request, administrator, role, pair):
    client = request.getfixturevalue(role)
    kept, merged = pair
    client.act("merge", kept, merged, kept=kept.pk, reason="One.")
    assert Speaker.objects.count() == 2
    assert "Merge…" not in client.get("/admin/articles/speaker/duplicates/").content.decode()
    administrator.act("merge", kept, merged, kept=kept.pk, reason="One.")
    undo = f"/admin/articles/speaker/mergers/{Merger.objects.get().pk}/undo/"
    assert client.post(undo).status_code == 403
    assert undo not in client.get(client.page(kept)).content.decode()
    assert Speaker.objects.count() == 1


def test_a_get_undoes_nothing(administrator, pair):
    kept, merged = pair
    administrator.act("merge", kept, merged, kept=kept.pk, reason="One.")
    assert (
        administrator.get(
            f"/admin/articles/speaker/mergers/{Merger.objects.get().pk}/undo/"
        ).status_code
        == 403
    )
    assert administrator.post("/admin/articles/speaker/mergers/999/undo/").status_code == 404


def test_what_cannot_be_merged_is_said_and_nothing_is_changed(administrator):
    above = factories.topic(name="Above")
    below = factories.topic(name="Below", parent=above)
    page = administrator.act("merge", above, below, kept=below.pk, reason="One.")
    assert "stands above" in str(page.context["form"].errors)
    assert Merger.objects.count() == 0


def test_one_alone_is_not_merged(administrator, pair):
    assert "from two to 10" in messages_of(administrator.act("merge", pair[0]))


def test_what_stays_is_one_of_those_chosen(administrator, pair):
    other = factories.speaker()
    page = administrator.act("merge", *pair, kept=other.pk, reason="One.")
    assert "valid choice" in str(page.context["form"].errors)


def test_likely_duplicates_are_listed(administrator, pair):
    factories.speaker(name="Ole Lund")
    page = administrator.get("/admin/articles/speaker/duplicates/")
    (group,) = page.context["groups"]
    assert {record.name for record, _ in group} == {"Tove Berg", "T. Berg"}
    assert "Likely duplicates" in administrator.get("/admin/articles/speaker/").content.decode()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Sergey Lavrov", "SERGEY LAVROV", True),
        ("Sergey Lavrov", "Lavrov, Sergey", True),
        ("Sergey Lavrov", "S. Lavrov", True),
        ("José Álvarez", "Jose Alvarez", True),
        ("Sergey Lavrov", "Lavrov", False),
        ("Ada Berg", "Tove Berg", False),
        ("Сергей Лавров", "Сергей Лавров", True),
    ],
)
def test_names_are_alike_or_not(one, other, alike):
    assert likely_duplicates([(1, one), (2, other)]) == ([[1, 2]] if alike else [])


def test_names_of_others_are_escaped(administrator):
    evil = "<script>alert(1)</script>"
    records = [factories.speaker(name=evil) for _ in range(2)]
    page = administrator.get("/admin/articles/speaker/duplicates/").content.decode()
    assert evil not in page
    assert evil not in administrator.act("merge", *records).content.decode()
