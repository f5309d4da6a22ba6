"""The review page: deciding, correcting, moving ends, undoing; who may, and who was quicker."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import ingestion, publishing
from articles.admin.versions import stamp
from articles.models import Proposal, Speaker, Statement
from tests import accounts, factories

from .conftest import messages_of

pytestmark = pytest.mark.django_db

BODY = (
    "The harbour keeps its light, Envoy Tove Berg said on Tuesday.\n\n"
    "“Nobody puts it out,” Berg said. “Not while I am here.”\n\n"
    "Captain Ole Lund told reporters that the fog was thick."
)


@pytest.fixture
def berg() -> Speaker:
    office = factories.office(title="Envoy")
    return factories.tenure(
        speaker=factories.speaker(name="Tove Berg"), office=office, starts="2010"
    ).speaker


@pytest.fixture
def article(berg):
    made = factories.article(body=BODY, status="draft")
    factories.topic(name="Lights", cue_phrases=["light"])
    ingestion.propose([made])
    return made


def first(article) -> Statement:
    return article.statements.order_by("position")[0]


def url(article) -> str:
    return f"/admin/articles/article/{article.pk}/review/"


def do(client, statement: Statement, deed: str, **fields):
    version = stamp(Statement.objects.get(pk=statement.pk))
    data = {"deed": deed, "statement": statement.pk, "version": version} | fields
    return client.post(url(statement.article), data)


def correct(client, statement: Statement, deed: str = "correct", **changes):
    """Send the form of the statement's card, with some fields changed."""
    page = client.get(url(statement.article))
    card = next(one for one in page.context["cards"] if one.statement.pk == statement.pk)
    values = {bound.html_name: bound.value() for bound in card.form}
    data = {name: value for name, value in values.items() if value not in (None, False)}
    data["addressees"] = "\n".join(data["addressees"])
    data |= {"statement": statement.pk, "version": card.version, "deed": deed} | changes
    return client.post(url(statement.article), data)


def errors(response, statement) -> str:
    card = next(one for one in response.context["cards"] if one.statement.pk == statement.pk)
    return " ".join(str(error) for many in card.form.errors.values() for error in many)


# --- what is shown ------------------------------------------------------------------------------


def test_each_statement_has_a_card_with_all_that_is_proposed(reviewer, article):
    page = reviewer.get(url(article))
    cards = page.context["cards"]
    assert [card.statement.kind for card in cards] == ["indirect", "direct", "indirect"]
    assert (cards[0].statement.speaker.name, cards[0].office) == ("Tove Berg", "Envoy")
    assert cards[2].named == "Ole Lund"
    shown = page.content.decode()
    assert "0 of 3 decided" in shown
    assert "Who says it stands behind the words" in shown
    assert f'class="is-direct is-proposed of-{cards[1].statement.pk}"' in shown
    assert "New speaker: Ole Lund" in shown
    assert "Lights" in shown


def test_the_page_asks_no_more_for_many_statements(reviewer, berg):
    def asked(repetitions: int) -> int:
        article = factories.article(body="\n\n".join([BODY] * repetitions))
        ingestion.propose([article])
        reviewer.get(url(article))
        with CaptureQueriesContext(
            connection,
        ) as context:
            reviewer.get(url(article))
        return len(context)

    assert asked(12) - asked(1) <= 4


def test_text_of_others_is_escaped(reviewer, berg):
    evil = "<script>alert(1)</script>"
    article = factories.article(
        body=f"“{evil} Nobody puts it out,” Tove Berg said.", title=evil, summary=evil, place=evil
    )
    ingestion.propose([article])
    Statement.objects.update(attribution=evil, cue=evil, office_as_printed=evil, status_reason=evil)
    Proposal.objects.update(name=evil, candidates=[evil])
    factories.speaker(name=evil)
    factories.topic(name=evil, cue_phrases=["nobody"])
    shown = reviewer.get(url(article)).content.decode()
    assert evil not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_an_article_that_is_not_there_is_said_to_be_so(reviewer):
    assert reviewer.get("/admin/articles/article/999999/review/").status_code == 404


# --- deciding -----------------------------------------------------------------------------------


def test_accepting_goes_on_to_the_next_that_waits(reviewer, article):
    one, two, three = article.statements.order_by("position")
    assert do(reviewer, one, "accept")["Location"].endswith(f"#s-{two.pk}")
    assert do(reviewer, three, "reject")["Location"].endswith(f"#s-{two.pk}")
    assert do(reviewer, two, "accept")["Location"].endswith("#done")
    assert [s.status for s in article.statements.order_by("position")] == [
        "confirmed",
        "confirmed",
        "rejected",
    ]
    assert "3 of 3 decided" in reviewer.get(url(article)).content.decode()


def test_all_above_a_confidence_whose_speaker_is_known_are_accepted(reviewer, article):
    one, two, three = article.statements.order_by("position")
    Statement.objects.filter(pk=one.pk).update(confidence=0.97)
    Statement.objects.filter(pk=two.pk).update(confidence=0.7)
    Statement.objects.filter(pk=three.pk).update(confidence=0.99)  # but nobody known
    answer = reviewer.post(url(article), {"deed": "accept-above", "share": "90"})
    assert "1 of a confidence of at least 90 % accepted" in messages_of(answer)
    assert list(article.statements.filter(status="confirmed")) == [one]


@pytest.mark.parametrize("share", ["", "0", "-1", "x"])
def test_a_share_that_is_not_offered_accepts_nothing(reviewer, article, share):
    Statement.objects.update(confidence=0.97)
    reviewer.post(url(article), {"deed": "accept-above", "share": share})
    assert not article.statements.filter(status="confirmed").exists()


def test_words_without_a_place_are_not_accepted(reviewer, article):
    one = first(article)
    Statement.objects.filter(pk=one.pk).update(segments=[])
    assert "not in the text" in messages_of(do(reviewer, one, "accept"))
    assert first(article).status == "proposed"


# --- who may ------------------------------------------------------------------------------------

DECISIONS = ("accept", "reject", "correct:accept", "accept-above")


@pytest.mark.parametrize("deed", DECISIONS)
def test_an_editor_decides_on_nothing_by_no_way(editor, article, deed):
    one = first(article)
    Statement.objects.update(confidence=0.99)
    answer = do(editor, one, deed, share="60", kind="direct", words=one.text)
    assert answer.status_code == 403
    assert set(article.statements.values_list("status", flat=True)) == {"proposed"}


def test_an_editor_takes_back_no_decision(editor, article):
    publishing.confirm(first(article))
    assert do(editor, first(article), "undo").status_code == 403
    assert first(article).status == "confirmed"


@pytest.mark.parametrize(
    "deed", [*DECISIONS, "undo", "start:1", "end:1", "words-here", "speaker:1", "create", "new",
             "look-again", "correct", "remove"],
)  # fmt: skip
def test_who_may_only_look_does_nothing(sign_in, article, deed):
    viewer = sign_in(accounts.reader_of_the_desk())
    before = list(Statement.objects.values())
    fields = {"from": "0", "to": "11", "share": "60"}
    assert do(viewer, first(article), deed, **fields).status_code == 403
    assert list(Statement.objects.values()) == before
    shown = viewer.get(url(article)).content.decode()
    assert "<button" not in shown.split('id="content-main"')[1]


def test_nobody_else_sees_it(client, article):
    assert client.get(url(article)).status_code == 302
    assert client.post(url(article), {"deed": "accept"}).status_code == 302


@pytest.mark.parametrize("deed", ["", "publish", "accept:", "start", "end:x", "speaker:", "undo"])
@pytest.mark.parametrize("statement", ["", "0", "x", "9" * 30])
def test_no_request_is_an_error(reviewer, article, deed, statement):
    answer = reviewer.post(url(article), {"deed": deed, "statement": statement})
    assert answer.status_code == 302


def test_another_article_s_statement_is_not_decided_on_here(reviewer, article):
    other = factories.statement(status="proposed")
    data = {"deed": "accept", "statement": other.pk, "version": stamp(other)}
    assert "no longer there" in messages_of(reviewer.post(url(article), data))
    assert Statement.objects.get(pk=other.pk).status == "proposed"


# --- words --------------------------------------------------------------------------------------


def test_ends_move_by_a_word(editor, article):
    do(editor, first(article), "start:1")
    do(editor, first(article), "end:-1")
    assert first(article).text == "harbour keeps its"


def test_selected_words_become_those_of_a_statement_or_one_of_its_ends(editor, article):
    one = first(article)
    start = BODY.index("keeps")
    do(editor, one, "start-here", **{"from": start, "to": start + 3})
    assert first(article).text == "keeps its light"
    do(editor, one, "end-here", **{"from": start, "to": start + 8})
    assert first(article).text == "keeps its"
    do(editor, one, "words-here", **{"from": 0, "to": 11})
    assert first(article).text == "The harbour"


def test_selected_words_become_a_statement_of_who_spoke_before(editor, article, berg):
    start = BODY.index("on Tuesday")
    fields = {"deed": "new", "from": str(start), "to": str(start + 10)}
    answer = editor.post(url(article), fields)
    made = Statement.objects.get(created_by=editor.user)
    assert answer["Location"].endswith(f"#s-{made.pk}")
    assert (made.text, made.status, made.kind) == ("on Tuesday", "proposed", "indirect")
    assert (made.speaker, made.position) == (berg, 1)
    do(editor, made, "remove")
    assert not Statement.objects.filter(pk=made.pk).exists()


def test_what_the_engine_found_is_rejected_and_not_removed(reviewer, article):
    assert "rejected, not removed" in messages_of(do(reviewer, first(article), "remove"))
    assert article.statements.count() == 3


@pytest.mark.parametrize("place", [("", ""), ("x", "1"), ("5", "5"), ("900", "999")])
def test_a_selection_of_nothing_changes_nothing(editor, article, place):
    before = list(Statement.objects.values())
    editor.post(url(article), {"deed": "new", "from": place[0], "to": place[1]})
    do(editor, first(article), "words-here", **{"from": place[0], "to": place[1]})
    assert list(Statement.objects.values()) == before


def test_the_engine_looks_again(editor, article):
    article.statements.get(position=1).delete()
    assert "Nothing more" in messages_of(editor.post(url(article), {"deed": "look-again"}))
    article.body += "\n\n“All is well,” Berg said."
    article.save()
    assert "1 more found" in messages_of(editor.post(url(article), {"deed": "look-again"}))


# --- who ----------------------------------------------------------------------------------------


def test_an_unknown_speaker_is_made_on_the_spot_for_all_that_wait(editor, article):
    article.body += "\n\n“All is well,” Ole Lund said."
    article.save()
    ingestion.propose_more(article)
    one, other = article.statements.filter(proposal__name="Ole Lund").order_by("position")
    do(editor, one, "create")
    lund = Speaker.objects.get(name="Ole Lund")
    assert set(article.statements.filter(speaker=lund)) == {one, other}


def test_a_candidate_is_chosen_with_the_office_of_the_day(editor, article, berg):
    last = article.statements.get(position=2)
    do(editor, last, f"speaker:{berg.pk}")
    last.refresh_from_db()
    assert (last.speaker, last.tenure.office.title) == (berg, "Envoy")


def test_only_a_name_that_was_proposed_is_created(editor, article):
    do(editor, first(article), "create", name="Somebody Else")
    assert not Speaker.objects.filter(name="Somebody Else").exists()


# --- correcting ---------------------------------------------------------------------------------


def test_a_correction_changes_what_was_changed_and_nothing_else(editor, article):
    one = first(article)
    before = Statement.objects.filter(pk=one.pk).values().get()
    factories.topic(name="Fog")
    correct(editor, one, cue="said", place="Havenport", more_topics="fog")
    after = Statement.objects.filter(pk=one.pk).values().get()
    assert {name for name in after if after[name] != before[name]} == {"place"}
    assert {topic.name for topic in one.topics.all()} == {"Lights", "Fog"}


def test_another_speaker_brings_the_office_of_the_day(editor, article):
    lund = factories.speaker(name="Ole Lund", kind="person")
    lund.other_names.create(name="O. Lund")
    captain = factories.office(title="Captain")
    factories.tenure(speaker=lund, office=captain, starts="2001")
    correct(editor, first(article), speaker="o. lund")
    assert first(article).speaker == lund
    assert first(article).tenure.office == captain


def test_a_name_of_two_asks_which(editor, article):
    factories.speaker(name="Ann Holm")
    second = factories.speaker(name="Ann Holm")
    page = correct(editor, first(article), speaker="Ann Holm")
    assert "Ann Holm (ann-holm-2)" in errors(page, first(article))
    correct(editor, first(article), speaker="Ann Holm (ann-holm-2)")
    assert first(article).speaker == second


def test_a_new_speaker_is_made_when_the_editor_says_so(editor, article):
    page = correct(editor, first(article), speaker="Ann Holm", cue="hinted")
    assert "There is no “Ann Holm” yet" in errors(page, first(article))
    assert not Speaker.objects.filter(name="Ann Holm").exists()
    assert "hinted" in page.content.decode()
    correct(editor, first(article), speaker="Ann Holm", new_speaker="on")
    assert first(article).speaker.name == "Ann Holm"
    assert first(article).tenure is None


def test_who_may_add_no_speaker_makes_none_by_the_form_either(sign_in, article):
    user = accounts.editor()
    user.groups.get().permissions.remove(Permission.objects.get(codename="add_speaker"))
    client = sign_in(user)
    assert correct(client, first(article), speaker="Ann", new_speaker="on").status_code == 403
    assert not Speaker.objects.filter(name="Ann").exists()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"words": "not in the text"}, "is not in the article"),
        ({"words": ""}, "required"),
        ({"said": "May"}, "is not a date"),
        ({"more_topics": "Nothing of the kind"}, "no topic “Nothing of the kind”"),
        ({"addressees": "Nobody"}, "no speaker is called “Nobody”"),
        ({"kind": "loud"}, "valid choice"),
        ({"speaker": "x" * 400}, "at most 320"),
    ],
)
def test_a_wrong_correction_is_named_and_nothing_typed_is_lost(editor, article, changes, complaint):
    before = list(Statement.objects.values())
    page = correct(editor, first(article), **changes)
    assert complaint in errors(page, first(article))
    assert list(Statement.objects.values()) == before
    card = page.context["cards"][0]
    ((name, value),) = changes.items()
    assert card.form[name].value() == value


def test_corrected_and_accepted_in_one_step(reviewer, article):
    correct(reviewer, first(article), "correct:accept", words="The harbour")
    assert (first(article).text, first(article).status) == ("The harbour", "confirmed")


# --- two editors --------------------------------------------------------------------------------


def test_a_statement_changed_meanwhile_is_not_decided_on_unseen(reviewer, editor, article):
    one = first(article)
    seen = stamp(one)
    correct(editor, one, cue="whispered")
    answer = do(reviewer, one, "accept", version=seen)
    told = messages_of(answer)
    assert editor.user.username in told
    assert "whispered" in told
    assert first(article).status == "proposed"


def test_of_two_corrections_the_second_sees_both_versions(reviewer, editor, article):
    one = first(article)
    seen = stamp(one)
    correct(editor, one, cue="whispered", place="Havenport")
    page = correct(reviewer, one, cue="shouted", version=seen)
    card = page.context["cards"][0]
    assert ("Cue as printed", "whispered", "shouted") in card.conflict
    assert first(article).cue == "whispered"
    assert "Not saved: another editor" in page.content.decode()
    correct(reviewer, one, cue="shouted")
    assert first(article).cue == "shouted"


def test_a_statement_put_before_another_is_no_change_of_that(editor, article):
    last = article.statements.get(position=2)
    seen = stamp(last)
    editor.post(url(article), {"deed": "new", "from": "0", "to": "3"})
    last.refresh_from_db()
    assert last.position == 3
    assert stamp(last) == seen


# --- undoing ------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_the_last_change_is_undone_and_done_again(reviewer, article):
    one = first(article)
    text, topics = one.text, set(one.topics.all())
    fog = factories.topic(name="Fog")
    correct(reviewer, one, "correct:accept", words="The harbour", more_topics="Fog", topics=[])
    assert (first(article).status, set(one.topics.all())) == ("confirmed", {fog})
    do(reviewer, one, "undo")
    assert (first(article).status, first(article).text) == ("proposed", text)
    assert set(one.topics.all()) == topics
    do(reviewer, one, "undo")
    assert (first(article).status, first(article).text) == ("confirmed", "The harbour")
    assert set(one.topics.all()) == {fog}


def test_where_nothing_was_done_nothing_is_undone(reviewer, article):
    assert "Nothing was changed yet" in messages_of(do(reviewer, first(article), "undo"))


# --- preview ------------------------------------------------------------------------------------


def test_the_preview_shows_a_draft_as_readers_would_see_it(editor, article, client):
    publishing.confirm(first(article))
    page = editor.get(f"/admin/articles/article/{article.pk}/preview/").content.decode()
    assert "this is not published" in page
    assert page.count("<mark>") == 1
    assert "2 proposals" in page
    assert client.get(f"/admin/articles/article/{article.pk}/preview/").status_code == 302
    assert client.get(article.get_absolute_url()).status_code == 404
