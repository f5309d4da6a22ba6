"""Two records made one, with everything kept, and two again."""

from __future__ import annotations

import pytest
from django.db import connection

from articles import mergers
from articles.ingestion.names import Names
from articles.models import Article, Merger, Source, Speaker, SpeakerName, Statement, Tenure, Topic
from articles.search import index
from tests import factories

pytestmark = pytest.mark.django_db

TABLES = (Speaker, SpeakerName, Tenure, Topic, Source, Article, Statement)
LINKS = (Statement.topics.through, Article.topics.through, Statement.addressees.through)


def everything() -> dict[str, set]:
    """All rows, but for the numbers that links have, and since when they are as they are."""
    found = {}
    for model in TABLES:
        names = [one.attname for one in model._meta.concrete_fields if one.name != "changed_at"]
        found[model.__name__] = {str(row) for row in model.objects.values(*names)}
    for through in LINKS:
        fields = [field.attname for field in through._meta.concrete_fields if field.name != "id"]
        found[through._meta.db_table] = set(through.objects.values_list(*fields))
    return found


@pytest.fixture
def speakers():
    """Two records of one person, with all that can refer to them, some of it twice."""
    kept = factories.speaker(name="Tove Berg")
    merged = factories.speaker(name="T. Berg", note="An envoy.", born_on="1960-01-01")
    envoy, minister = factories.office(title="Envoy"), factories.office(title="Minister")
    for one in (kept, merged):
        factories.tenure(speaker=one, office=envoy, starts="2010", ends="2012")
        SpeakerName.objects.create(speaker=one, name="Tove B.")
    SpeakerName.objects.create(speaker=merged, name="Towe Berg")
    factories.tenure(speaker=merged, office=minister, starts="2015")
    twice = merged.tenures.get(office=envoy)
    factories.statement("One.", speaker=merged, tenure=twice)
    factories.statement("Two.", speaker=kept).addressees.add(merged)
    factories.statement("Three.").addressees.add(kept, merged)
    return kept, merged


def test_everything_of_a_speaker_is_kept(speakers):
    kept, merged = speakers
    mergers.merge(kept, merged, reason="One person.")
    connection.check_constraints()
    assert list(Speaker.objects.filter(name__contains="Berg")) == [kept]
    assert {one.text for one in kept.statements.all()} == {"One.", "Two."}
    assert Statement.objects.get(text="One.").tenure == kept.tenures.get(office__title="Envoy")
    assert {one.name for one in kept.other_names.all()} == {"T. Berg", "Tove B.", "Towe Berg"}
    assert {one.office.title for one in kept.tenures.all()} == {"Envoy", "Minister"}
    assert {one.text for one in kept.statements_received.all()} == {"Two.", "Three."}


def test_a_merger_of_speakers_undone_leaves_nothing_different(speakers):
    before = everything()
    merger = mergers.merge(*speakers, reason="One person.")
    assert everything() != before
    mergers.undo(merger)
    connection.check_constraints()
    assert everything() == before


@pytest.fixture
def topics():
    kept, merged = factories.topic(name="Iran"), factories.topic(name="Iran (state)")
    merged.cue_phrases = ["Tehran"]
    merged.save()
    factories.topic(name="Narrower", parent=merged)
    factories.statement("One.", topics=[merged])
    factories.statement("Two.", topics=[kept, merged])
    factories.article(topics=[merged])
    return kept, merged


def test_a_topic_s_statements_articles_and_narrower_topics_follow(topics):
    kept, merged = topics
    mergers.merge(kept, merged, reason="One topic.")
    assert kept.statements.count() == 2
    assert kept.articles.count() == 1
    assert [one.name for one in kept.children.all()] == ["Narrower"]


def test_a_merger_of_topics_undone_leaves_nothing_different(topics):
    before = everything()
    mergers.undo(mergers.merge(*topics, reason="One topic."))
    assert everything() == before


def test_a_topic_does_not_swallow_what_it_stands_under():
    above = factories.topic(name="Above")
    below = factories.topic(name="Below", parent=above)
    with pytest.raises(mergers.CannotMerge, match="stands above"):
        mergers.merge(below, above, reason="No.")
    mergers.merge(above, below, reason="Yes.")


def test_a_source_s_articles_follow_and_come_back():
    kept, merged = factories.source(name="Agency"), factories.source(name="Agency News")
    article = factories.article(source=merged, external_id="1")
    before = everything()
    merger = mergers.merge(kept, merged, reason="One agency.")
    assert list(kept.articles.all()) == [article]
    mergers.undo(merger)
    assert everything() == before


def test_two_sources_that_have_the_same_article_stay_two():
    kept, merged = factories.source(), factories.source()
    factories.article(source=kept, external_id="1")
    factories.article(source=merged, external_id="1", title="The same")
    before = everything()
    with pytest.raises(mergers.CannotMerge, match="The same"):
        mergers.merge(kept, merged, reason="One.")
    assert everything() == before


def test_who_loads_files_finds_what_stays():
    agency = factories.source(name="Agency")
    mergers.merge(agency, factories.source(name="Agency News"), reason="One.")
    iran = factories.topic(name="Iran")
    mergers.merge(iran, factories.topic(name="Iran (state)"), reason="One.")
    names = Names()
    assert names.source("Agency News") == agency.pk
    assert names.topic("IRAN (state)") == iran.pk
    assert Source.objects.count() == Topic.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_merger_needs_its_reason(speakers, reason):
    with pytest.raises(mergers.CannotMerge, match="reason"):
        mergers.merge(*speakers, reason=reason)


def test_one_record_is_not_merged_with_itself_or_with_another_kind(speakers):
    with pytest.raises(mergers.CannotMerge, match="different"):
        mergers.merge(speakers[0], speakers[0], reason="One.")
    with pytest.raises(mergers.CannotMerge, match="different"):
        mergers.merge(speakers[0], factories.topic(), reason="One.")


def test_what_was_changed_since_is_not_undone(speakers):
    merger = mergers.merge(*speakers, reason="One person.")
    Statement.objects.filter(text="One.").update(speaker=factories.speaker(), tenure=None)
    before = everything()
    with pytest.raises(mergers.CannotMerge, match="1 of the statements that followed"):
        mergers.undo(merger)
    assert everything() == before


def test_an_address_taken_anew_is_not_taken_back(speakers):
    merger = mergers.merge(*speakers, reason="One person.")
    factories.speaker(name="Other", slug=merger.slug)
    with pytest.raises(mergers.CannotMerge, match="has the address"):
        mergers.undo(merger)


def test_a_merger_is_undone_once(speakers):
    merger = mergers.merge(*speakers, reason="One person.")
    mergers.undo(merger)
    with pytest.raises(mergers.CannotMerge, match="already"):
        mergers.undo(merger)


def test_addresses_lead_on_through_several_mergers(client, speakers):
    kept, merged = speakers
    slugs = [merged.slug, kept.slug]
    last = factories.speaker(name="Tove Berg Holm")
    mergers.merge(kept, merged, reason="One.")
    mergers.merge(last, kept, reason="One.")
    for slug in slugs:
        answer = client.get(f"/speakers/{slug}/")
        assert (answer.status_code, answer["Location"]) == (302, last.get_absolute_url())
    assert Merger.objects.filter(kept=last.pk).count() == 2


@pytest.mark.parametrize("noun", ["topic", "source"])
def test_addresses_of_topics_and_sources_lead_on(client, noun):
    make = getattr(factories, noun)
    kept, merged = make(name="Kept"), make(name="Merged")
    address = merged.get_absolute_url()
    merger = mergers.merge(kept, merged, reason="One.")
    assert client.get(address)["Location"] == kept.get_absolute_url()
    mergers.undo(merger)
    assert "Location" not in client.get(address)


def test_an_address_that_never_was_leads_nowhere(client):
    assert client.get("/speakers/nobody/").status_code == 404


def test_the_index_follows(client, empty_index):
    kept, merged = factories.speaker(name="Tove Berg"), factories.speaker(name="T. Berg")
    factories.statement("The light burns.", speaker=merged)
    found = f"/api/v1/statements/?speaker={kept.slug}"
    assert client.get(found).json()["count"] == 0
    merger = mergers.merge(kept, merged, reason="One.")
    index.update()
    assert client.get(found).json()["count"] == 1
    # What was bookmarked with the old name means the same.
    assert client.get("/api/v1/statements/?speaker=t-berg").json()["count"] == 1
    assert "Tove Berg" in client.get("/statements/?speaker=t-berg").content.decode()
    mergers.undo(merger)
    index.update()
    assert client.get(found).json()["count"] == 0
