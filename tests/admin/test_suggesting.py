"""Records chosen by their names, where no script suggests them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models import Article, Speaker, Statement
from tests import factories

from .conftest import errors_of

pytestmark = pytest.mark.django_db

ADD = reverse("admin:articles_statement_add")


@pytest.fixture
def article() -> Article:
    return factories.article(body="Peace is possible.")


@pytest.fixture
def berg() -> Speaker:
    speaker = factories.speaker(name="Tove Berg")
    speaker.other_names.create(name="T. Berg")
    factories.tenure(speaker=speaker, office=factories.office(title="Envoy"), starts="2004")
    factories.speaker(name="Tove Bergman")
    return speaker


@pytest.mark.parametrize(
    "typed", ["Tove Berg", "tove  berg", "T. Berg", "Tove Berg — Envoy (since 2004)"]
)
def test_a_name_chooses_the_one_who_bears_it(reviewer, article, berg, typed):
    given = {"article": article.pk, "words": "Peace", "speaker-typed": typed}
    reviewer.fill(ADD, **given)
    assert Statement.objects.get().speaker == berg


@pytest.mark.parametrize("typed", ["Berg", "Nobody", "Tove Berg of Norland", "\0", "<b>x</b>"])
def test_a_name_of_none_or_of_several_is_refused_and_stays(reviewer, article, berg, typed):
    given = {"article": article.pk, "words": "Peace", "speaker-typed": typed, "cue": "x" * 201}
    page = reviewer.fill(ADD, **given)
    if typed != "\0":
        assert "the name of none or of several" in errors_of(page)
    shown = page.content.decode()
    assert "<b>x</b>" not in shown
    assert not Statement.objects.exists()


def test_topics_are_added_by_their_names_to_those_chosen(reviewer):
    fog, light, ice = (factories.topic(name=name) for name in ("Fog", "Light", "Ice"))
    said = factories.statement(topics=[fog])
    reviewer.fill(reviewer.page(said), **{"topics-typed": "light; Ice"})
    assert set(said.topics.all()) == {fog, light, ice}
    page = reviewer.fill(reviewer.page(said), **{"topics-typed": "Nothing; Fog"})
    assert "the name of none or of several" in errors_of(page)
    assert 'value="Nothing"' in page.content.decode()


def test_empty_rows_are_asked_for_in_the_address(editor):
    page = editor.page(factories.speaker())
    for query, number in (("", 0), ("?rows=3", 3), ("?rows=x", 0), ("?rows=999999", 10)):
        formsets = editor.get(f"{page}{query}").context["inline_admin_formsets"]
        assert {one.formset.extra for one in formsets} == {number}, query
