"""Add article from text: what is recognised, corrected, saved, refused."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Original, Source, Statement
from tests import accounts, factories

pytestmark = pytest.mark.django_db

PASTE = "/admin/articles/article/paste/"
REPORT = """All news

Berg: the lighthouse stays

The light has burnt for a century

HAVENPORT, March 3. /NORNEWS/. The harbour keeps its l\u0456ght, Envoy Tove Berg said on Tuesday.

"Nobody puts it out," Berg said. "Not while I am here."
"""


@pytest.fixture(autouse=True)
def source():
    return factories.source(name="NorNews")


def read(client, **fields):
    return client.post(PASTE, {"_read": "1", "text": REPORT, "source": "NorNews"} | fields)


def recognised(client, **fields) -> dict:
    """The second step as a browser would send it on."""
    form = read(client, **fields).context["form"]
    assert "title" in form.fields, form.errors
    values = {bound.html_name: bound.value() for bound in form}
    return {"_save": "1"} | {k: v for k, v in values.items() if v not in (None, False)}


def save(client, /, **changes):
    fields = changes.pop("given", {})
    return client.post(PASTE, recognised(client, **fields) | changes)


def errors(response) -> str:
    assert response.status_code == 200
    return " ".join(str(one) for many in response.context["form"].errors.values() for one in many)


def test_the_parts_are_recognised_and_nothing_is_saved(editor):
    page = read(editor, published="2020-03-04")
    given = page.context["form"].initial
    assert given["title"] == "Berg: the lighthouse stays"
    assert given["summary"] == "The light has burnt for a century"
    assert (given["place"], str(given["dateline_on"])) == ("Havenport", "2020-03-03")
    assert given["body"].startswith("The harbour keeps its")
    assert "All news" in page.content.decode()
    assert "l\u0456ght" in page.content.decode()
    assert not Article.objects.exists()


def test_what_was_corrected_is_saved_with_its_proposals(editor):
    factories.speaker(name="Tove Berg")
    answer = save(editor, given={"published": "2020-03-04"}, title="The light stays")
    article = Article.objects.get()
    assert answer["Location"] == reverse("admin:articles_article_review", args=[article.pk])
    assert (article.title, article.status) == ("The light stays", "draft")
    assert article.created_by == editor.user
    assert article.dateline_on == datetime.date(2020, 3, 3)
    assert article.retrieved_at
    assert [len(one.segments) for one in article.statements.order_by("position")] == [1, 2]
    assert set(article.statements.values_list("status", "speaker__name")) == {
        ("proposed", "Tove Berg")
    }
    original = Original.objects.get()
    assert (bytes(original.content).decode(), original.media_type) == (REPORT, "text/plain")


@pytest.mark.parametrize("url", ["", "https://news.example/1"])
def test_the_same_report_is_recognised(editor, url):
    save(editor, given={"url": url}, body="Corrected: the harbour keeps its light.")
    page = read(editor, url=url)
    assert "in the archive already" in errors(page)
    review = reverse("admin:articles_article_review", args=[Article.objects.get().pk])
    assert review in page.content.decode()
    assert REPORT.splitlines()[-1][:20] in page.context["form"]["text"].value()


def test_two_who_paste_the_same_at_once_make_one_article(editor):
    data = recognised(editor)
    assert editor.post(PASTE, data).status_code == 302
    assert "in the archive already" in errors(editor.post(PASTE, data))
    assert Article.objects.count() == 1


def test_a_new_source_is_made_when_the_editor_says_so(editor):
    assert "no source “Fresh News” yet" in errors(read(editor, source="Fresh News"))
    save(editor, given={"source": "Fresh News", "new_source": "on"})
    assert Article.objects.get().source.name == "Fresh News"


def test_a_source_is_known_whatever_the_case(editor):
    save(editor, given={"source": " nornews "})
    assert Article.objects.get().source.name == "NorNews"
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text": ""}, "required"),
        ({"text": "\0\x01\x02"}, "no words"),
        ({"text": "Only a headline"}, "only a headline"),
        ({"text": "word " * 210_000}, "has 1,050,000 characters"),
        ({"source": ""}, "required"),
        ({"published": "2999"}, "lies in the future"),
        ({"published": "last week"}, "is not a date"),
        ({"url": "javascript:alert(1)"}, "valid URL"),
    ],
)
def test_bad_input_is_named_and_nothing_typed_is_lost(editor, fields, complaint):
    page = read(editor, **fields)
    assert complaint in errors(page)
    for name, value in fields.items():
        assert page.context["form"][name].value() == value
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "The light is out\n\nNobody knows why, and nobody asks. It was dark in the harbour.",
        'The light is out\n\n\x00\x07NUL and\x1b control, “unbalanced, said Berg.\n\n"And again',
        "המנורה כבויה\n\nאיש אינו יודע מדוע, אמרה השליחה בנמל ביום שלישי בערב.",
        "<html><body><h1>The light is out</h1><p>“Dark,” said <b>Tove Berg</b>.</p></body></html>",
    ],
    ids=["no dateline", "control characters", "right to left", "HTML"],
)
def test_odd_text_gives_an_article(editor, text):
    save(editor, given={"text": text})
    article = Article.objects.get()
    assert "\0" not in article.body
    assert "<p>" not in article.body
    assert (
        editor.get(reverse("admin:articles_article_review", args=[article.pk])).status_code == 200
    )


def test_a_text_without_a_headline_gets_one_by_hand(editor):
    data = recognised(editor, text="It was dark. Nobody knew why.\n\n“Dark,” Tove Berg said.")
    page = editor.post(PASTE, data)
    assert "required" in errors(page)
    assert page.context["form"]["body"].value() == data["body"]
    assert editor.post(PASTE, data | {"title": "Dark"}).status_code == 302
    assert Article.objects.get().title == "Dark"


def test_who_may_not_add_articles_pastes_none(sign_in):
    viewer = sign_in(accounts.reader_of_the_desk())
    assert viewer.get(PASTE).status_code == 403
    assert viewer.post(PASTE, {"_save": "1"}).status_code == 403
    page = viewer.get("/admin/articles/article/")
    assert "Add article from text" not in page.content.decode()


def test_text_of_others_is_escaped(editor):
    page = read(editor, text=f"<img onerror=x>{REPORT}", source="<b>x</b>", new_source="on")
    assert "<img onerror" not in page.content.decode()
    assert "<b>x</b>" not in page.content.decode()


def test_the_list_leads_here(editor):
    assert PASTE in editor.get("/admin/articles/article/").content.decode()


def test_the_day_of_the_dateline_dates_what_has_no_date(editor):
    save(editor, given={"text": REPORT.replace("March 3.", "March 3, 2020.")})
    assert Article.objects.get().published_on == datetime.date(2020, 3, 3)
    assert {one.said_on for one in Statement.objects.all()} == {datetime.date(2020, 3, 3)}
    assert Article.objects.get().created_at.date() == timezone.localdate()
