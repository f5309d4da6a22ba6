"""Other people's text is text wherever it is printed: no page lets `<img onerror>` through."""

from typing import Any
from urllib.parse import quote

import pytest

from articles.search import index
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

ATTACK = "<img src=x onerror=alert(1)>\"'&"
ADDRESS = f"https://e.org/{ATTACK}"


@pytest.fixture
def known() -> dict[str, Any]:
    """One of each noun that statements are about, all of whose text is an attack."""
    polity = factories.polity(name=ATTACK)
    speaker = factories.speaker(name=ATTACK, sort_name=ATTACK, note=ATTACK)
    speaker.other_names.create(name=ATTACK)
    office = factories.office(title=ATTACK, polity=polity)
    wide = factories.topic(name=ATTACK + " wide", description=ATTACK)
    return {
        "polity": polity,
        "speaker": speaker,
        "tenure": factories.tenure(speaker=speaker, office=office),
        "wide": wide,
        "topic": factories.topic(name=ATTACK, description=ATTACK, parent=wide),
        "occasion": factories.occasion(name=ATTACK, place=ATTACK, description=ATTACK),
        "source": factories.source(name=ATTACK, description=ATTACK, homepage=ADDRESS),
    }


@pytest.fixture
def reports(known) -> list[Any]:
    """Two articles, one of them withdrawn."""
    fields = dict.fromkeys(("title", "summary", "place", "external_id"), ATTACK)
    fields |= {"url": ADDRESS, "archived_url": ADDRESS, "language": '"><img src=x>'}
    fields["source"] = known["source"]
    body = f"{ATTACK} said.\n\n{ATTACK} was all."
    article = factories.article(body=body, topics=[known["topic"]], **fields)
    fields |= {"external_id": "2", "status": "withdrawn", "withdrawn_reason": ATTACK}
    return [article, factories.article(body=ATTACK, **fields)]


@pytest.fixture
def statements(known, reports) -> list[Any]:
    """Of a known speaker and of nobody known; and one more in another article of another year,
    so that charts, strands and likeness are drawn."""
    details = dict.fromkeys(("attribution", "cue", "office_as_printed", "place", "rule"), ATTACK)
    details |= {"language": '"><img src=x>', "topics": [known["wide"], known["topic"]]}
    details |= {name: known[name] for name in ("speaker", "polity", "occasion")}
    one = factories.statement(ATTACK, article=reports[0], tenure=known["tenure"], **details)
    one.addressees.add(known["speaker"])
    unknown = {**details, "speaker": None}
    two = factories.statement([ATTACK, "was all"], article=reports[0], **unknown)
    other = factories.article(body=f"{ATTACK} again and again.", published="2001")
    factories.statement(article=other, **details)
    return [one, two]


@pytest.fixture
def pages(known, reports, statements) -> list[str]:
    """The address of every page that prints a record all of whose text is an attack."""
    index.update()
    speaker, topic, polity = known["speaker"], known["topic"], known["polity"]
    records = [*statements, *reports, *(one for one in known.values() if one != known["tenure"])]
    return [
        *(record.get_absolute_url() for record in records),
        *("/", f"/compare/?q=speaker:{speaker.slug}&q={quote(ATTACK)}"),
        *("/statements/?q=img", "/articles/?q=onerror", f"/statements/?q={ATTACK}"),
        *("/speakers/", "/topics/", "/polities/", "/occasions/", "/sources/"),
        *(f"/speakers/?q={ATTACK}", f"/speakers/?{ATTACK}=1", f"/speakers/?page={ATTACK}"),
        f"/statements/?speaker={speaker.slug}&topic={topic.slug}&polity={polity.slug}",
        *(f"/statements/?from={ATTACK}", f"/statements/?{ATTACK}=1", f"/nothing/{ATTACK}/"),
    ]


def test_no_page_prints_markup_of_others(client, pages):
    printed = 0
    for path in pages:
        html = client.get(path, follow=True).content.decode()
        assert "<img" not in html, path
        assert 'onerror=alert(1)>"' not in html, path
        printed += "&lt;img src=x onerror=alert(1)&gt;" in html
    assert printed > 15


def test_no_page_has_what_the_security_policy_forbids(client, pages):
    for path in pages:
        html = client.get(path, follow=True).content.decode()
        assert " style=" not in html, path
        assert "<style" not in html, path
        assert "<script>" not in html, path
        assert " onclick=" not in html, path
