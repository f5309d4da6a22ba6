"""Other people's text is text wherever it is printed: no page lets `<img onerror>` through."""

from urllib.parse import quote

import pytest

from articles.search import index
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

ATTACK = "<img src=x onerror=alert(1)>\"'&"


@pytest.fixture
def pages():
    """The address of every page that prints a record all of whose text is an attack."""
    polity = factories.polity(name=ATTACK)
    speaker = factories.speaker(name=ATTACK, sort_name=ATTACK, note=ATTACK)
    speaker.other_names.create(name=ATTACK)
    office = factories.office(title=ATTACK, polity=polity)
    tenure = factories.tenure(speaker=speaker, office=office)
    wide = factories.topic(name=ATTACK + " wide", description=ATTACK)
    topic = factories.topic(name=ATTACK, description=ATTACK, parent=wide)
    occasion = factories.occasion(name=ATTACK, place=ATTACK, description=ATTACK)
    source = factories.source(name=ATTACK, description=ATTACK, homepage="https://e.org/" + ATTACK)
    fields = {
        "source": source,
        "title": ATTACK,
        "summary": ATTACK,
        "place": ATTACK,
        "external_id": ATTACK,
        "url": "https://e.org/" + ATTACK,
        "archived_url": "https://e.org/" + ATTACK,
        "language": '"><img src=x>',
    }
    body = f"{ATTACK} said.\n\n{ATTACK} was all."
    article = factories.article(body=body, topics=[topic], **fields)
    details = {
        "attribution": ATTACK,
        "cue": ATTACK,
        "office_as_printed": ATTACK,
        "place": ATTACK,
        "rule": ATTACK,
        "language": '"><img src=x>',
        "speaker": speaker,
        "polity": polity,
        "occasion": occasion,
        "topics": [wide, topic],
    }
    one = factories.statement(ATTACK, article=article, tenure=tenure, **details)
    one.addressees.add(speaker)
    unknown = {**details, "speaker": None}
    two = factories.statement([ATTACK, "was all"], article=article, **unknown)
    # Of another year and in another article, so that charts, strands and likeness are drawn.
    other = factories.article(body=f"{ATTACK} again and again.", published="2001")
    factories.statement(article=other, **details)
    fields.update(external_id="2", status="withdrawn", withdrawn_reason=ATTACK)
    withdrawn = factories.article(body=ATTACK, **fields)
    index.update()
    records = (one, two, article, withdrawn, speaker, topic, wide, polity, occasion, source)
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
