"""Speakers, offices and tenures from a list: filled, never overruled, and the same again."""

import io
from collections import Counter

import pytest

from articles.dates import PartialDate
from articles.ingestion.officeholders import load_officeholders
from articles.models import Office, Polity, Speaker, SpeakerName, Tenure
from articles.readers import officeholders
from tests import factories

pytestmark = pytest.mark.django_db

HEAD = "person_id,person,office,country,country_code,start,end,birth,death\n"
BROOK = "b-a,Ada Mary Brook,Foreign Minister,Norway,NOR,2018-01-08,2019-10-20,1960,\n"


def load(text: str, *, people: str = "", dry_run: bool = False) -> tuple[Counter[str], list[str]]:
    said: list[str] = []
    counts = load_officeholders(
        officeholders.read(io.StringIO(HEAD + text)),
        officeholders.read_names(io.StringIO(people)) if people else {},
        lambda line, words: said.append(f"{line}: {words}"),
        dry_run=dry_run,
    )
    return +counts, said


def brook(**fields: object) -> Speaker:
    speaker = factories.speaker(name="Ada Mary Brook")
    speaker.born = PartialDate.parse("1960")
    for name, value in fields.items():
        setattr(speaker, name, value)
    speaker.save()
    return speaker


def norway() -> Polity:
    return factories.polity(name="Norway", code="NOR")


def test_a_line_makes_speaker_polity_office_and_tenure() -> None:
    assert load(BROOK) == ({"speakers": 1, "polities": 1, "offices": 1, "tenures": 1}, [])
    tenure = Tenure.objects.get()
    assert str(tenure) == "Ada Mary Brook, Foreign Minister"
    assert (str(tenure.starts), str(tenure.ends)) == ("2018-01-08", "2019-10-20")
    assert str(tenure.office) == "Foreign Minister, Norway"
    assert tenure.office.polity.code == "NOR"
    assert str(tenure.speaker.born) == "1960"


def test_loading_again_changes_nothing() -> None:
    load(BROOK)
    assert load(BROOK) == ({"unchanged": 1}, [])
    assert Speaker.objects.count() == Tenure.objects.count() == 1


def test_a_dry_run_saves_nothing() -> None:
    counts, _ = load(BROOK, dry_run=True)
    assert counts["tenures"] == 1
    assert not Speaker.objects.exists()
    assert not Polity.objects.exists()


def test_one_person_holds_several_offices() -> None:
    later = BROOK.replace("Foreign Minister", "Envoy").replace("2018-01-08,2019", "2019-10-20,2021")
    assert load(BROOK + later)[0]["speakers"] == 1
    assert Tenure.objects.count() == 2


def test_an_office_held_again_is_another_tenure() -> None:
    load(BROOK + BROOK.replace("2018-01-08,2019-10-20", "2021-10-14,"))
    assert Tenure.objects.count() == 2


def test_the_other_names_and_the_sort_name_come_from_the_list_of_people() -> None:
    people = "id,name,altname,surname,forename\nb-a,Ada Mary Brook,Ada M. Brook,Brook,Ada Mary\n"
    load(BROOK, people=people)
    load(BROOK, people=people)
    assert Speaker.objects.get().sort_name == "Brook, Ada Mary"
    assert [name.name for name in SpeakerName.objects.all()] == ["Ada M. Brook"]


# --- who that is -------------------------------------------------------------------------------


def test_name_and_year_of_birth_tell_a_known_speaker() -> None:
    known = brook()
    load(BROOK)
    assert Tenure.objects.get().speaker == known


def test_name_and_polity_tell_a_known_speaker_whose_year_is_filled() -> None:
    known = factories.speaker(name="Ada Mary Brook")
    factories.tenure(speaker=known, office=factories.office(polity=norway()), starts="2010")
    load(BROOK)
    known.refresh_from_db()
    assert known.tenures.count() == 2
    assert str(known.born) == "1960"


def test_a_name_alone_tells_nobody_and_the_namesake_is_reported() -> None:
    known = factories.speaker(name="Ada Mary Brook")
    counts, said = load(BROOK)
    assert counts["speakers"] == 1
    assert said == [
        f"2: Ada Mary Brook is a new speaker; the archive has Ada Mary Brook ({known.slug})."
    ]


def test_another_year_of_birth_is_another_person() -> None:
    brook(born=PartialDate.parse("1931"))
    assert load(BROOK)[0]["speakers"] == 1
    assert Speaker.objects.count() == 2


def test_two_people_of_one_name_in_the_list_stay_two() -> None:
    other = BROOK.replace("b-a", "b-b").replace("1960", "1931").replace("2018", "1981")
    both = BROOK + other.replace("2019-10-20", "1986")
    assert load(both)[0]["speakers"] == 2
    assert load(both)[0] == {"unchanged": 2}


def test_a_name_that_an_editor_changed_is_known_by_the_office_held() -> None:
    load(BROOK)
    Speaker.objects.update(name="Ada Brook")
    assert load(BROOK)[0] == {"unchanged": 1}
    assert Speaker.objects.get().name == "Ada Brook"
    assert SpeakerName.objects.get().name == "Ada Mary Brook"


def test_several_who_fit_are_a_conflict_and_nobody_is_made() -> None:
    first, second = brook(), brook()
    counts, said = load(BROOK)
    assert counts == {"conflicts": 1, "polities": 1, "offices": 1}
    assert first.slug in said[0]
    assert second.slug in said[0]
    assert not Tenure.objects.exists()


# --- what differs ------------------------------------------------------------------------------


def held(starts: str, ends: str) -> Tenure:
    office = factories.office(title="Foreign Minister", polity=norway())
    return factories.tenure(speaker=brook(), office=office, starts=starts, ends=ends)


@pytest.mark.parametrize(
    ("starts", "ends"), [("2018-01-08", "2019-10-19"), ("2018-02-01", "2019-10-20"), ("", "2019")]
)
def test_another_time_is_a_conflict_and_the_archives_is_kept(starts: str, ends: str) -> None:
    tenure = held(starts, ends)
    counts, said = load(BROOK)
    assert counts == {"conflicts": 1}
    assert said == [
        f"2: Ada Mary Brook, Foreign Minister: {starts or '…'} to {ends} in the archive, "
        "2018-01-08 to 2019-10-20 in the list."
    ]
    assert str(Tenure.objects.get().ends) == str(tenure.ends)


def test_the_same_known_less_exactly_is_no_conflict() -> None:
    held("2018-01", "2019")
    assert load(BROOK) == ({"unchanged": 1}, [])
    assert str(Tenure.objects.get().starts) == "2018-01"


def test_an_end_that_the_archive_does_not_know_is_filled() -> None:
    held("2018-01-08", "")
    assert load(BROOK) == ({"filled": 1}, [])
    assert str(Tenure.objects.get().ends) == "2019-10-20"


def test_another_year_of_death_is_another_person_to_be_looked_at() -> None:
    brook(died=PartialDate.parse("2022"))
    counts, said = load(BROOK.replace("1960,", "1960,2023"))
    assert counts["speakers"] == 1
    assert "the archive has Ada Mary Brook" in said[0]


def test_a_line_without_a_date_makes_nothing() -> None:
    assert load("b-a,Ada Brook,Envoy,Norway,NOR,,,1960,\n") == ({"undated": 1}, [])
    assert not Office.objects.exists()


def test_a_bad_line_does_not_hold_up_the_others() -> None:
    counts, said = load("b-c,Ole Vik,Envoy,,,yesterday,,,\n" + BROOK)
    assert counts["failed"] == 1
    assert counts["tenures"] == 1
    assert said[0].startswith("2: start: “yesterday”")


# --- statements that are there already ---------------------------------------------------------


def test_statements_get_the_office_of_their_day() -> None:
    said = factories.statement(speaker=brook(), said="2019-05-14")
    assert load(BROOK)[0]["statements"] == 1
    said.refresh_from_db()
    assert said.office_title == "Foreign Minister"


@pytest.mark.parametrize("day", ["2020-01-01", "2019-05"])
def test_but_not_of_another_day_nor_of_one_that_is_not_known(day: str) -> None:
    said = factories.statement(speaker=brook(), said=day)
    assert load(BROOK)[0]["statements"] == 0
    said.refresh_from_db()
    assert said.tenure is None


def test_where_two_were_held_the_editor_chooses() -> None:
    said = factories.statement(speaker=brook(), said="2019-05-14")
    load(BROOK + BROOK.replace("Foreign Minister", "Envoy"))
    said.refresh_from_db()
    assert said.tenure is None


def test_a_capacity_that_an_editor_took_away_stays_away() -> None:
    speaker = brook()
    said = factories.statement(speaker=speaker, said="2019-05-14")
    said.tenure = factories.tenure(speaker=speaker)
    said.save()
    said.tenure = None
    said.save()
    assert load(BROOK)[0]["statements"] == 0
