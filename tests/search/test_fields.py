"""Fields of a query: the facets and dates of an address by another way."""

import pytest

from articles.models import SpeakerName
from tests import factories


@pytest.fixture
def archive(db):
    """Two Castros, one Lavrov with another name, an office, topics."""
    cuba = factories.polity(name="Cuba", code="CUB")
    for name in ("Fidel Castro", "Raúl Castro", "Sergey Lavrov"):
        speaker = factories.speaker(name=name)
        if name == "Sergey Lavrov":
            SpeakerName.objects.create(speaker=speaker, name="Сергей Лавров")
            office = factories.office(title="Foreign Minister")
            tenure = factories.tenure(speaker=speaker, office=office)
            factories.statement(
                "Peace by treaty.", speaker=speaker, tenure=tenure, said="2019-05-14"
            )
        else:
            factories.statement(
                f"Peace, {name.split()[0]}.", speaker=speaker, polity=cuba, said="2001-01-01"
            )
    factories.statement(
        "Peace at last.",
        office_as_printed="deputy foreign minister",
        topics=[factories.topic(name="Iran")],
        said="2019-06",
        kind="indirect",
    )


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("speaker:lavrov", 1),
        ("speaker:sergey-lavrov", 1),
        ('speaker:"Sergey Lavrov" peace', 1),
        ("speaker:лавров", 1),
        ("speaker:raul", 1),
        ("speaker:castro", 2),
        ("-speaker:lavrov", 3),
        ("speaker:none", 1),
        ("speaker:fidel OR speaker:lavrov", 2),
        ("(speaker:lavrov OR treaty) peace", 1),
        ("(speaker:lavrov OR last) peace", 2),
        ("polity:cub", 2),
        ("polity:cuba", 2),
        ("topic:iran", 1),
        ('office:"foreign minister"', 2),
        ("-office:minister", 2),
        ("from:2019-05 to:2019-05", 1),
        ("on:2019", 2),
        ("on:2019-05-14", 1),
        ("-on:2019-05-14", 3),
        ("kind:indirect", 1),
        ("lang:english", 4),
        ("year:2001", 2),
    ],
)
def test_a_field_narrows_as_its_facet_does(archive, ask, typed, count):
    assert ask(words=typed).total == count


def test_a_name_of_several_is_answered_with_those_it_may_mean(archive, ask):
    (notice,) = ask(words="speaker:castro peace").search.notices
    assert "may be one of 2" in notice.text
    assert {choice.label for choice in notice.choices} == {"Fidel Castro", "Raúl Castro"}
    assert {choice.query for choice in notice.choices} == {
        "speaker:fidel-castro peace",
        "speaker:raul-castro peace",
    }


def test_a_name_of_nobody_is_searched_as_words_and_the_nearest_offered(archive, ask):
    found = ask(words="speaker:lavrof")
    (notice,) = found.search.notices
    assert "no speaker “lavrof”" in notice.text
    assert [choice.label for choice in notice.choices] == ["Sergey Lavrov"]
    assert found.total == 0


def test_an_impossible_date_is_said_and_searched_as_words(archive, ask):
    (notice,) = ask(words="on:2019-13 peace").search.notices
    assert "no such date as 2019-13" in notice.text


def test_a_name_met_only_in_a_draft_is_not_told(ask):
    draft = factories.article(body="Secret.", status="draft")
    factories.statement("Secret.", article=draft, speaker=factories.speaker(name="Boris Secretov"))
    (notice,) = ask(words="speaker:secretof").search.notices
    assert notice.choices == ()
    (notice,) = ask(words="speaker:secretov").search.notices
    assert "no speaker" in notice.text
