"""Statements entered by their words, decided on, and kept in the order of the text."""

from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import Article, Statement
from tests import factories

from .conftest import errors_of, messages_of

BODY = (
    "“We want peace,” the minister told reporters. “It is possible,” she added.\n\n"
    "She hoped that the talks would go on. The talks would go on, she repeated."
)


def an_article(**fields):
    return factories.article(
        body=BODY, published="2019-05-14", place="Sochi", status=Article.Status.DRAFT, **fields
    )


def add_url(article):
    return f"{reverse('admin:articles_statement_add')}?article={article.pk}"


def test_words_become_the_statement_of_their_place(reviewer):
    article = an_article()
    response = reviewer.fill(
        add_url(article), words="“We want peace,”\n…\n“It is possible,”", kind="direct"
    )
    statement = article.statements.get()
    assert response["Location"].startswith(reviewer.page(article))
    assert statement.text == "We want peace, It is possible,"
    assert [BODY[start:end] for start, end in statement.segments] == [
        "We want peace,",
        "It is possible,",
    ]
    assert statement.created_by == reviewer.user


def test_what_the_article_says_is_filled_in(reviewer):
    article = an_article()
    reviewer.fill(add_url(article), words="We want peace,")
    statement = article.statements.get()
    assert (str(statement.said), statement.place) == ("2019-05-14", "Sochi")


def test_the_next_statement_starts_from_the_last_one(reviewer):
    article = an_article()
    speaker = factories.speaker()
    first = reviewer.fill(
        add_url(article), words="We want peace,", speaker=speaker.pk, said="2019-05", _addanother=1
    )
    assert first["Location"] == add_url(article)
    reviewer.fill(first["Location"], words="It is possible,")
    second = article.statements.get(text="It is possible,")
    assert (second.speaker, str(second.said)) == (speaker, "2019-05")


def test_words_not_in_the_text_are_named_and_nothing_is_saved(reviewer):
    article = an_article()
    response = reviewer.fill(add_url(article), words="We want war")
    assert "“We want war” is not in the article’s text." in errors_of(response)
    assert not article.statements.exists()
    assert "We want war" in response.content.decode()


def test_ambiguous_words_take_an_occurrence(reviewer):
    article = factories.article(body="He said no. She said no.")
    response = reviewer.fill(add_url(article), words="no", kind="indirect")
    assert "2 times" in errors_of(response)
    reviewer.fill(add_url(article), words="no", kind="indirect", occurrence=2)
    assert article.statements.get().segments == [[21, 23]]


def test_statements_are_numbered_as_they_stand_in_the_text(reviewer):
    article = an_article()
    for words in ("She hoped that the talks would go on", "It is possible,", "We want peace,"):
        reviewer.fill(add_url(article), words=words)
    in_order = article.statements.order_by("position").values_list("text", flat=True)
    assert list(in_order) == [
        "We want peace,",
        "It is possible,",
        "She hoped that the talks would go on",
    ]


def test_saving_without_an_edit_changes_nothing(reviewer):
    article = an_article()
    statement = factories.statement(["We want peace,", "It is possible,"], article=article)
    before = Statement.objects.values().get()
    reviewer.fill(reviewer.page(statement))
    assert Statement.objects.values().get() == before
    assert not statement.events.exists()


def test_edited_words_move_the_statement(reviewer):
    article = an_article()
    statement = factories.statement("the talks would go on", article=article)
    reviewer.fill(reviewer.page(statement), words="that the talks would go on")
    statement.refresh_from_db()
    assert statement.text == "that the talks would go on"


def test_the_same_words_in_two_statements_are_pointed_out(reviewer):
    article = an_article()
    factories.statement("We want peace,", article=article)
    response = reviewer.fill(add_url(article), words="want peace,")
    assert "also part of “We want peace,”" in messages_of(response)


# --- who decides ---------------------------------------------------------------------------------


def test_a_reviewer_s_statement_is_confirmed_unless_they_say_otherwise(reviewer):
    article = an_article()
    reviewer.fill(add_url(article), words="We want peace,")
    reviewer.fill(add_url(article), words="It is possible,", decision="proposed")
    decided = dict(article.statements.values_list("text", "status"))
    assert decided == {"We want peace,": "confirmed", "It is possible,": "proposed"}


def test_an_editor_s_statement_is_proposed_whatever_is_posted(editor):
    article = an_article()
    editor.fill(add_url(article), words="We want peace,", decision="confirmed", status="confirmed")
    assert article.statements.get().status == "proposed"


def test_an_editor_may_correct_a_confirmed_statement_and_not_decide_on_it(editor):
    statement = factories.statement("We want peace,", article=an_article())
    editor.fill(editor.page(statement), cue="told", decision="rejected", status="rejected")
    statement.refresh_from_db()
    assert (statement.cue, statement.status) == ("told", "confirmed")


def test_decisions_in_the_list_need_the_permission_and_are_logged(editor, reviewer):
    statement = factories.statement("We want peace,", article=an_article(), status="proposed")
    editor.act("confirm", statement)
    statement.refresh_from_db()
    assert statement.status == "proposed"
    reviewer.act("confirm", statement)
    statement.refresh_from_db()
    assert statement.status == "confirmed"
    entry = LogEntry.objects.get()
    assert (entry.user, entry.get_change_message()) == (reviewer.user, "Confirmed.")
    reviewer.act("reject", statement)
    statement.refresh_from_db()
    assert statement.status == "rejected"


def test_a_button_returns_to_the_page_it_stood_on_and_to_no_other_site(reviewer):
    statement = factories.statement("We want peace,", article=an_article(), status="proposed")
    back = reviewer.page(statement.article)
    assert reviewer.act("confirm", statement, next=back)["Location"] == back
    elsewhere = reviewer.act("confirm", statement, next="https://example.org/")
    assert elsewhere["Location"] == reverse("admin:articles_statement_changelist")


def test_words_without_a_place_cannot_be_confirmed(reviewer):
    article = an_article()
    lost = Statement.objects.create(article=article, text="We want more")
    told = messages_of(reviewer.act("confirm", lost))
    assert "Only words found in the article can be confirmed." in told
    response = reviewer.fill(reviewer.page(lost), decision="confirmed")
    assert "“We want more” is not in the article’s text." in errors_of(response)
    reviewer.fill(reviewer.page(lost), decision="rejected", status_reason="Never said.")
    lost.refresh_from_db()
    assert (lost.status, lost.status_reason) == ("rejected", "Never said.")


def test_what_was_public_is_not_deleted(reviewer):
    public = factories.statement(BODY[:10], article=factories.article(body=BODY))
    private = factories.statement("We want peace,", article=an_article())
    assert reviewer.post(reviewer.page(public, "delete"), {"post": "yes"}).status_code == 403
    reviewer.post(reviewer.page(private, "delete"), {"post": "yes"})
    assert list(Statement.objects.all()) == [public]


# --- the capacity --------------------------------------------------------------------------------


def test_the_only_office_held_on_the_day_is_the_capacity(reviewer):
    speaker = factories.speaker()
    held = factories.tenure(speaker=speaker, starts="2004-03-09")
    factories.tenure(speaker=speaker, starts="1994", ends="2004-03-08")
    article = an_article()
    reviewer.fill(add_url(article), words="We want peace,", speaker=speaker.pk)
    assert article.statements.get().tenure == held


def test_of_two_offices_the_editor_chooses(reviewer):
    speaker = factories.speaker()
    factories.tenure(speaker=speaker, starts="2004")
    chosen = factories.tenure(speaker=speaker, starts="2010")
    article = an_article()
    response = reviewer.fill(add_url(article), words="We want peace,", speaker=speaker.pk)
    assert article.statements.get().tenure is None
    assert "held several offices on that day" in messages_of(response)
    response = reviewer.fill(reviewer.page(article.statements.get()), tenure=chosen.pk)
    assert article.statements.get().tenure == chosen
    assert "several offices" not in messages_of(response)


def test_the_list_and_the_form_say_the_office_and_how_sure_the_engine_is(reviewer):
    held = factories.tenure(starts="2004")
    statement = factories.statement(
        article=an_article(), speaker=held.speaker, tenure=held, rule="X said after; surname"
    )
    listed = reviewer.get(reverse("admin:articles_statement_changelist")).content.decode()
    assert held.office.title in listed
    page = reviewer.get(reviewer.page(statement)).content.decode()
    assert "On the test articles this way of finding had words right in" in page


def test_a_date_known_to_the_year_chooses_only_what_was_held_all_year(reviewer):
    speaker = factories.speaker()
    factories.tenure(speaker=speaker, starts="2019-06-01")
    article = an_article()
    reviewer.fill(add_url(article), words="We want peace,", speaker=speaker.pk, said="2019")
    assert article.statements.get().tenure is None


def test_a_capacity_taken_away_stays_away(reviewer):
    held = factories.tenure(starts="2004")
    statement = factories.statement(
        "We want peace,", article=an_article(), speaker=held.speaker, tenure=held
    )
    reviewer.fill(reviewer.page(statement), tenure="")
    statement.refresh_from_db()
    assert statement.tenure is None


def test_the_office_of_another_is_refused(reviewer):
    article = an_article()
    held = factories.tenure(speaker=factories.speaker(name="Jo Ash"))
    response = reviewer.fill(
        add_url(article), words="We want peace,", speaker=factories.speaker().pk, tenure=held.pk
    )
    assert "This is an office of Jo Ash." in errors_of(response)


def test_another_speaker_takes_the_capacity_along(reviewer):
    held, other = factories.tenure(starts="2004"), factories.tenure(starts="2004")
    statement = factories.statement(
        "We want peace,", article=an_article(), speaker=held.speaker, tenure=held
    )
    reviewer.fill(reviewer.page(statement), speaker=other.speaker.pk)
    statement.refresh_from_db()
    assert statement.tenure == other
