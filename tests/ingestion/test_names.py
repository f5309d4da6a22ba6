"""From names to records: in doubt nobody is taken for somebody else."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.dates import PartialDate
from articles.ingestion import names as names_module
from articles.ingestion.names import Names
from articles.models import Article, Polity, Speaker, Statement
from tests import factories as make

from .lines import ingest, line, stated

pytestmark = pytest.mark.django_db


def loaded_speaker(number: int, name: str, country: str = "", **fields) -> Speaker | None:
    """The speaker of a statement loaded with this name, in an article of its own."""
    more = {"country": country} if country else {}
    ingest(line(stated(speaker=name, **more), id=f"speaker-{number}", **fields))
    said = Statement.objects.get(article__external_id=f"speaker-{number}")
    assert said.attribution == name
    return said.speaker


def test_name_and_polity_make_a_speaker_known():
    first = loaded_speaker(1, "Ada Brook", "GBR")
    assert loaded_speaker(2, "Ada Brook", "GBR", source="Ministry") == first
    assert loaded_speaker(3, "Ada Brook", "CAN") != first
    assert loaded_speaker(4, "Ada Brook") != first


def test_a_tenure_shows_the_polity_and_the_capacity():
    known = make.speaker(name="Ada Brook")
    britain = make.polity(name="United Kingdom", code="GBR")
    office = make.office(title="Foreign Secretary", polity=britain)
    held = make.tenure(speaker=known, office=office, starts="2018")
    assert loaded_speaker(1, "Ada Brook", "GBR") == known
    assert Statement.objects.get().tenure == held
    loaded_speaker(2, "Ada Brook", "GBR", published_on="2017-01-01")
    assert Statement.objects.get(article__external_id="speaker-2").tenure is None


def test_a_known_other_name_will_do():
    first = loaded_speaker(1, "Ada Brook", "GBR")
    first.other_names.create(name="Ada Brooke", kind="misspelling")
    assert loaded_speaker(2, "Ada Brooke", "GBR") == first


@pytest.mark.parametrize("name", ["Castro", "Mr. Seward", "J. Smith", "President Reagan"])
def test_a_single_word_says_nothing_outside_its_source(name):
    first = loaded_speaker(1, name, "USA")
    assert loaded_speaker(2, name, "USA") == first
    assert loaded_speaker(3, name, "USA", source="Ministry") not in (None, first)


def test_a_name_without_a_polity_says_nothing_outside_its_source():
    first = loaded_speaker(1, "Ada Brook")
    assert loaded_speaker(2, "Ada Brook") == first
    assert loaded_speaker(3, "Ada Brook", source="Ministry") != first


@pytest.mark.parametrize("few", [100, 0], ids=["one by one", "all at once"])
def test_who_spoke_in_a_source_is_found_however_many_are_asked_for(few, monkeypatch):
    monkeypatch.setattr(names_module, "FEW", few)
    british, canadian = make.polity(code="GBR"), make.polity(code="CAN")
    article = make.article()
    known = make.statement(article=article, speaker=make.speaker(name="Brook"), polity=british)
    elsewhere = make.statement(speaker=make.speaker(name="Vik"), polity=british)
    names, source = Names(), article.source_id
    assert names.speaker("Brook", british.pk, source) == known.speaker_id
    assert names.speaker("Brook", canadian.pk, source) != known.speaker_id
    assert names.speaker("Vik", british.pk, source) != elsewhere.speaker_id
    assert names.speaker("Vik", british.pk, source) == names.speaker("Vik", british.pk, source)


def test_who_spoke_in_a_source_is_asked_for_once_for_many_names(django_assert_max_num_queries):
    article = make.article()
    for number in range(2 * names_module.FEW):
        make.statement(article=article, speaker=make.speaker(name=f"Brook{number}"))
    names = Names()
    with django_assert_max_num_queries(3 * names_module.FEW + 1):  # by name, and FEW in the source
        found = [
            names.known_speaker(f"Brook{number}", None, article.source_id)
            for number in range(2 * names_module.FEW)
        ]
    assert found == list(Speaker.objects.order_by("pk").values_list("pk", flat=True))


def test_namesakes_have_numbered_addresses_found_with_two_queries():
    for _ in range(3):
        make.speaker(name="Ada Brook")
    Speaker.objects.filter(slug="ada-brook-2").delete()
    make.speaker(name="Ada Brook 2")
    with CaptureQueriesContext(connection) as queries:
        assert make.speaker(name="Ada Brook").slug == "ada-brook-4"
    assert sum("SELECT" in query["sql"][:6] and "slug" in query["sql"] for query in queries) == 2


@pytest.mark.parametrize(
    "name",
    [
        "Secretary of State", "The Secretary", "President", "Acting Secretary of State",
        "British Ambassador", "Minister in China", "Consul General at Shanghai",
        "Chargé d’Affaires", "Vice-President", "Secretary-General", "Prime Minister of Israel",
    ],
)  # fmt: skip
def test_a_bare_office_is_an_attribution_without_a_speaker(name):
    assert loaded_speaker(1, name, "USA") is None
    assert not Speaker.objects.exists()


def test_two_who_fit_equally_leave_the_speaker_unknown():
    first = loaded_speaker(1, "Ada Brook", "GBR")
    twin = make.speaker(name="Ada Brook")
    make.statement(polity=Polity.objects.get(code="GBR"), speaker=twin)
    assert first != twin
    assert loaded_speaker(2, "Ada Brook", "GBR") is None
    assert Speaker.objects.count() == 2


def test_a_body_speaks_as_a_body():
    assert loaded_speaker(1, "Department of State", "USA").kind == "body"
    assert loaded_speaker(2, "Ada Brook", "USA").kind == "person"


def test_a_polity_is_known_by_its_code_then_by_its_name():
    russia = make.polity(name="The Russian side", code="RUS")
    union = make.polity(name="European Union", kind="organisation")
    make.polity(name="France", code="XFR")
    loaded_speaker(1, "A B", "RUS")
    loaded_speaker(2, "C D", "EUE")
    loaded_speaker(3, "E F", "FRA")
    loaded_speaker(4, "G H", "SUN")
    found = [one.polity for one in Statement.objects.order_by("article__external_id")]
    assert found[:2] == [russia, union]
    assert [(one.name, one.code) for one in found[2:]] == [
        ("France (FRA)", "FRA"),
        ("Soviet Union", "SUN"),
    ]


def test_topics_are_known_whatever_the_case_of_their_letters():
    topic = make.topic(name="G20")
    ingest(line(topics=["g20", "G20"]))
    assert list(Article.objects.get().topics.all()) == [topic]


def test_who_holds_no_office_is_not_asked_about_for_every_day(django_assert_num_queries):
    make.tenure()
    speaker, names = make.speaker(), Names()
    with django_assert_num_queries(1):
        held = [
            names.tenure(speaker.pk, None, PartialDate.parse(f"2019-05-{day:02}"))
            for day in (1, 2, 3)
        ]
    assert held == [None, None, None]
