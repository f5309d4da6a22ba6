"""Speakers, offices and topics as tables: out, and in again after a look at the differences."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Office, Speaker, Topic
from tests import accounts, factories

from .conftest import messages_of

pytestmark = pytest.mark.django_db


def export(client, noun: str) -> list[dict[str, str]]:
    answer = client.post(f"/admin/articles/{noun}/export/", {"format": "0"})
    assert answer.status_code == 200, answer
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def table(rows: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def try_import(client, noun: str, text: str | bytes):
    content = text if isinstance(text, bytes) else text.encode()
    file = SimpleUploadedFile("table.csv", content)
    return client.post(f"/admin/articles/{noun}/import/", {"format": "0", "import_file": file})


def confirm(client, noun: str, tried):
    form = tried.context["confirm_form"]
    data = {name: value for name, value in form.initial.items() if value is not None}
    return client.post(f"/admin/articles/{noun}/process_import/", data)


@pytest.fixture
def berg():
    speaker = factories.speaker(
        name="Tove Berg", sort_name="Berg, Tove", note="An envoy, “of old”.", born_on="1960-01-01",
        born_on_precision="year", wikidata_id="Q1",
    )  # fmt: skip
    speaker.other_names.create(name="T. Berg", kind="short")
    speaker.other_names.create(name="Towe Berg")
    return speaker


def test_a_table_that_comes_back_unchanged_changes_nothing(editor, berg):
    factories.topic(name="Lights", cue_phrases=["lamp; oil", "light"][1:], parent=factories.topic())
    factories.office(title="Envoy", polity=factories.polity(name="Norland"))
    for noun in ("speaker", "topic", "office"):
        tried = try_import(editor, noun, table(export(editor, noun)))
        totals = tried.context["result"].totals
        assert totals["skip"] == sum(totals.values()) > 0, (noun, totals)


def test_what_would_change_is_shown_and_saved_only_when_confirmed(editor, berg):
    rows = export(editor, "speaker")
    assert rows[0]["other_names"] == "T. Berg; Towe Berg"
    assert rows[0]["born"] == "1960"
    rows[0] |= {"note": "A minister.", "born": "1960-05", "other_names": "T. Berg; Tova Berg"}
    rows.append(dict.fromkeys(rows[0], "") | {"name": "Ole Lund", "kind": "person"})
    tried = try_import(editor, "speaker", table(rows))
    shown = tried.content.decode()
    assert "<ins>A minister.</ins>" in shown
    assert "<del>1960</del> <ins>1960-05</ins>" in shown
    assert "style=" not in shown.split('class="import-preview"')[1]
    berg.refresh_from_db()
    assert berg.note.startswith("An envoy")
    assert Speaker.objects.count() == 1

    assert confirm(editor, "speaker", tried).status_code == 302
    berg.refresh_from_db()
    assert (berg.note, str(berg.born)) == ("A minister.", "1960-05")
    assert {(one.name, one.kind) for one in berg.other_names.all()} == {
        ("T. Berg", "short"),
        ("Tova Berg", "other"),
    }
    assert Speaker.objects.get(name="Ole Lund").slug == "ole-lund"
    assert berg.events.exists()


def test_topics_have_parents_and_phrases(editor):
    factories.topic(name="Sea")
    rows = [{"slug": "", "name": "Fish", "parent": "sea", "cue_phrases": "cod;  herring ; cod"}]
    confirm(editor, "topic", try_import(editor, "topic", table(rows)))
    fish = Topic.objects.get(name="Fish")
    assert (fish.parent.name, fish.cue_phrases) == ("Sea", ["cod", "herring"])


def test_a_column_that_is_not_there_changes_nothing(editor, berg):
    confirm(editor, "speaker", try_import(editor, "speaker", "slug,note\ntove-berg,New\n"))
    berg.refresh_from_db()
    assert (berg.note, berg.sort_name, berg.other_names.count()) == ("New", "Berg, Tove", 2)


@pytest.mark.parametrize(
    ("noun", "text", "complaint"),
    [
        ("speaker", "slug,name,born\ntove-berg,Tove Berg,May 1960\n", "is not a date"),
        ("speaker", "slug,name,wikidata_id\ntove-berg,Tove Berg,58217\n", "Q58217"),
        ("speaker", "slug,name,kind\ntove-berg,Tove Berg,robot\n", "robot"),
        ("speaker", "slug,name\ntove-berg,\n", "cannot be blank"),
        ("office", "slug,title,polity\n,Envoy,Nowhere\n", "no polity with the name “Nowhere”"),
        ("topic", "slug,name,parent\n,Fish,nowhere\n", "no topic with the slug “nowhere”"),
        ("topic", "slug,name,parent\nlights,Lights,lights\n", "its own ancestor"),
        ("speaker", "name\nOle Lund\n", "slug"),
        ("speaker", b"\xff\xfe\x00\x01", "not written in UTF-8"),
        ("speaker", "slug,name\n,Søren\n".encode("cp1252"), "not written in UTF-8"),
        ("speaker", "slug,name\n,Ole,Lund\n", "each line has to have all of them"),
        ("speaker", "slug,nmae\n,Ole\n", "no column “nmae”"),
        ("speaker", "slug;name\n;Ole\n", "no column “slug;name”"),
        ("speaker", "slug,name\n,Ole\0Lund\n", "NUL"),
        ("speaker", "", "empty"),
    ],
)
def test_a_wrong_table_is_refused_with_the_reason(editor, berg, noun, text, complaint):
    factories.topic(name="Lights")
    before = [list(model.objects.values()) for model in (Speaker, Office, Topic)]
    tried = try_import(editor, noun, text)
    assert tried.status_code == 200
    assert complaint in tried.content.decode()
    assert "confirm_form" not in tried.context
    assert [list(model.objects.values()) for model in (Speaker, Office, Topic)] == before


@pytest.mark.parametrize(
    "forged",
    [
        {"import_file_name": ""},
        {"import_file_name": "passwd"},
        {"import_file_name": "\0"},
        {"format": "x"},
        {"format": "9"},
        {"format": "-1"},
    ],
)
def test_only_what_was_tried_is_imported(editor, forged, tmp_path):
    tried = try_import(editor, "speaker", "slug,name\n,Ole Lund\n")
    data = dict(tried.context["confirm_form"].initial) | forged
    answer = editor.post("/admin/articles/speaker/process_import/", data)
    assert "Nothing was imported." in messages_of(answer)
    assert not Speaker.objects.exists()


def test_no_other_file_of_the_machine_is_read_or_removed(editor):
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as other:
        other.write("slug,name\n,Ole Lund\n")
        other.flush()
        data = {"import_file_name": other.name, "original_file_name": "x", "format": "0"}
        editor.post("/admin/articles/speaker/process_import/", data)
        assert Path(other.name).exists()
    assert not Speaker.objects.exists()


def test_a_table_is_imported_once(editor):
    tried = try_import(editor, "speaker", "slug,name\n,Ole Lund\n")
    confirm(editor, "speaker", tried)
    assert "imported already" in messages_of(confirm(editor, "speaker", tried))
    assert Speaker.objects.count() == 1
    assert editor.get("/admin/articles/speaker/process_import/").status_code == 302


def test_what_cannot_be_imported_any_more_is_told_and_nothing_is_imported(editor):
    norland = factories.polity(name="Norland")
    tried = try_import(editor, "office", "slug,title,polity\n,Envoy,\n,Consul,Norland\n")
    norland.delete()
    told = messages_of(confirm(editor, "office", tried))
    assert "Nothing was imported. Row 2: There is no polity" in told
    assert not Office.objects.exists()


def test_what_another_saved_meanwhile_is_not_overwritten_unseen(editor, reviewer, berg):
    rows = export(editor, "speaker")
    rows[0]["note"] = "A minister."
    tried = try_import(editor, "speaker", table(rows))
    reviewer.fill(reviewer.page(berg), note="A captain.")
    told = messages_of(confirm(editor, "speaker", tried))
    assert "Nothing was imported. What it would change is not what you were shown" in told
    berg.refresh_from_db()
    assert berg.note == "A captain."
    confirm(editor, "speaker", try_import(editor, "speaker", table(rows)))
    berg.refresh_from_db()
    assert berg.note == "A minister."


def test_what_became_wrong_meanwhile_is_told_and_nothing_is_imported(editor):
    tried = try_import(editor, "speaker", "slug,name,wikidata_id\n,Ole,\n,Tove Berg,Q1\n")
    factories.speaker(name="Other", wikidata_id="Q1")
    assert "Nothing was imported. Row 2:" in messages_of(confirm(editor, "speaker", tried))
    assert Speaker.objects.get().name == "Other"


def test_one_wrong_row_saves_none(editor, berg):
    text = "slug,name,born\n,Ole Lund,\n,Ann Holm,yesterday\n"
    tried = try_import(editor, "speaker", text)
    assert "confirm_form" not in tried.context
    assert Speaker.objects.count() == 1


def test_cells_are_no_formulas(editor):
    for name in ("=1+1", "+1", "-1", "@SUM(A1)"):
        factories.speaker(name=name)
    rows = export(editor, "speaker")
    assert {row["name"][0] for row in rows} == {"'"}
    tried = try_import(editor, "speaker", table(rows))
    assert tried.context["result"].totals["skip"] == 4


def test_text_of_others_is_escaped(editor):
    evil = "<script>alert(1)</script>"
    tried = try_import(editor, "topic", table([{"slug": "", "name": evil, "description": evil}]))
    assert evil not in tried.content.decode()


def test_who_may_only_look_exports_and_imports_nothing(sign_in, berg):
    viewer = sign_in(accounts.reader_of_the_desk())
    assert export(viewer, "speaker")[0]["slug"] == "tove-berg"
    assert viewer.get("/admin/articles/speaker/import/").status_code == 403
    assert try_import(viewer, "speaker", "slug,name\n,Ole\n").status_code == 403
    assert viewer.post("/admin/articles/speaker/process_import/", {}).status_code == 403


def test_the_lists_lead_here(editor):
    for noun in ("speaker", "office", "topic"):
        page = editor.get(f"/admin/articles/{noun}/").content.decode()
        assert f"/admin/articles/{noun}/import/" in page
        assert f"/admin/articles/{noun}/export/" in page
