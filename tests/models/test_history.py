"""What a row was before each change is kept, with the editor, whatever made the change."""

import pghistory
import pytest
from django.apps import apps

from articles.models import Article, Speaker, Statement
from tests import factories as make

pytestmark = pytest.mark.django_db


def events(model: str):
    return apps.get_model("articles", f"{model}Event").objects.order_by("pgh_id")


def test_an_insertion_stores_nothing_twice():
    make.statement("Peace.")
    assert not events("Article").exists()
    assert not events("Statement").exists()


@pytest.mark.parametrize("noun", ["speaker", "office", "tenure", "polity", "topic", "source"])
def test_who_entered_other_records_is_kept(noun):
    with pghistory.context(user=7):
        made = getattr(make, noun)()
    event = events(type(made).__name__).get(pgh_obj=made)
    assert (event.pgh_label, event.pgh_context.metadata["user"]) == ("insert", 7)


def test_a_bulk_update_keeps_the_row_as_it_was():
    said = make.statement("Peace.", cue="said")
    Statement.objects.update(cue="told")
    (event,) = events("Statement").filter(pgh_obj=said)
    assert (event.pgh_label, event.cue) == ("update", "said")


def test_every_change_is_kept():
    make.statement("Peace.", cue="said")
    for cue in ("told", "noted"):
        Statement.objects.update(cue=cue)
    assert [event.cue for event in events("Statement")] == ["said", "told"]


def test_an_update_that_changes_nothing_leaves_no_trace():
    article = make.article(title="A headline")
    article.save()
    assert not events("Article").exists()


def test_the_editor_is_kept_with_the_change():
    person = make.speaker(name="Lavrov")
    with pghistory.context(user=7):
        Speaker.objects.update(name="Sergey Lavrov")
    event = events("Speaker").get(pgh_obj=person, pgh_label="update")
    assert event.name == "Lavrov"
    assert event.pgh_context.metadata["user"] == 7


def test_topics_of_a_statement_have_a_history():
    iran, g20 = make.topic(name="Iran"), make.topic(name="G20")
    said = make.statement("Peace.", topics=[iran])
    said.topics.set([g20])
    kept = [(event.pgh_label, event.topic_id) for event in events("StatementTopic")]
    assert kept == [("insert", iran.id), ("delete", iran.id), ("insert", g20.id)]


def test_addressees_of_a_statement_have_a_history():
    one, other = make.speaker(), make.speaker()
    said = make.statement("Peace.")
    said.addressees.set([one])
    said.addressees.set([other])
    kept = [(event.pgh_label, event.speaker_id) for event in events("StatementAddressee")]
    assert kept == [("insert", one.id), ("delete", one.id), ("insert", other.id)]


def test_a_deleted_article_is_kept():
    article = make.article(title="Gone")
    Article.objects.filter(pk=article.pk).delete()
    assert events("Article").get().title == "Gone"
