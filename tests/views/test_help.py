"""The page on how to search: everything there is to type, each with an example that works."""

import re

import pytest
from django.core.management import call_command

from articles.search import index, repairing


def test_every_example_finds_something_in_the_demonstration(
    transactional_db, client, settings, tmp_path
):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    call_command("loaddata", "demo", verbosity=0)
    index.update()
    page = client.get("/help/search/").content.decode()
    examples = re.findall(r'href="(/(?:statements|articles)/[^"]*\?[^"]+)"', page)
    assert len(examples) > 25
    found = {example: answer(client, example.replace("&amp;", "&")) for example in examples}
    assert [example for example, (total, _) in found.items() if not total] == []
    assert [notices for _, notices in found.values() if notices] == []


def answer(client, url: str) -> tuple[int, list[str]]:
    """How many records a search finds, and what is said but that a name may be one of several."""
    page = client.get(url, follow=True).context
    notices = [one["text"] for one in page["notices"] if "may be one of" not in one["text"]]
    return (page.get("results") or page["grouped"]).total, notices


def test_an_example_does_what_it_shows(client, db):
    page = client.get("/help/search/").content.decode()
    pairs = re.findall(r'href="([^"]*)"><kbd>([^<]*)</kbd></a>', page)
    assert len(pairs) > 15
    for url, shown in pairs:
        assert client.get(url).wsgi_request.GET["q"] == shown, url


@pytest.mark.parametrize("field", sorted(set(repairing.FIELDS.values())))
def test_every_field_is_explained(client, db, field):
    assert re.search(rf"[> ]{field}:", client.get("/help/search/").content.decode())
