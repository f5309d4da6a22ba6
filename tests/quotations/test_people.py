"""Who is meant: names, short names, offices, pronouns, bodies."""

import datetime

import pytest

from articles.quotations import Person, Quotation, Tenure, find

from .reading import speakers

DAY = datetime.date(2019, 5, 14)
BROOK = Person(
    "Ada Brook",
    key=7,
    other_names=("Adah Brook",),
    tenures=(Tenure("Minister of Foreign Affairs", "Norway", datetime.date(2018, 1, 1)),),
)
EARLIER = Person(
    "Ole Vik",
    key=8,
    tenures=(
        Tenure(
            "Foreign Minister", "Norway", datetime.date(2010, 1, 1), datetime.date(2017, 12, 31)
        ),
    ),
)


def last(text: str, **known: object) -> Quotation:
    return find(text, **known)[-1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "later",
    ["Brook", "Ms Brook", "Foreign Minister Brook", "the minister", "the foreign minister", "she",
     "the Norwegian minister", "Norway's top diplomat", "the senior diplomat"],
)  # fmt: skip
def test_later_mentions_lead_to_the_full_name(later: str) -> None:
    text = f"Norwegian Foreign Minister Ada Brook met Ole Vik. “We go,” {later} said."
    assert last(text).speaker == "Ada Brook"


def test_a_name_may_come_after_its_title() -> None:
    text = "“We go,” the foreign minister said.\n\nNorwegian Foreign Minister Ada Brook left."
    assert speakers(text)[0] == "Ada Brook"


def test_an_apposition_gives_the_office() -> None:
    found = last("“We go,” said Ada Brook, the Norwegian foreign minister.")
    assert (found.speaker, found.office) == ("Ada Brook", "the Norwegian foreign minister")


def test_a_name_beside_the_office_is_the_speaker() -> None:
    found = last("Norway’s foreign minister, Ada Brook, said the talks were over.")
    assert found.speaker == "Ada Brook"


def test_he_is_not_a_woman() -> None:
    text = "Minister Ada Brook met Minister Peter Vik. He said the talks were over."
    assert speakers(text) == ["Peter Vik"]


def test_who_is_not_named_is_not_guessed() -> None:
    text = "Minister Ada Brook met Ole Vik. A diplomat said the talks were over."
    assert speakers(text) == [None]


def test_two_at_once_are_candidates_and_no_speaker() -> None:
    found = last("Ada Brook and Peter Vik said the talks were over.")
    assert found.speaker is None
    assert set(found.candidates) == {"Ada Brook", "Peter Vik"}


def test_those_named_last_are_candidates() -> None:
    text = "Minister Ada Brook met Minister Peter Vik. “We go,” she said."
    assert last(text).candidates == ("Peter Vik",)


def test_the_ministry_is_the_ministry_named() -> None:
    text = "The Norwegian Foreign Ministry said it was sorry. “We go,” the ministry said."
    assert speakers(text) == ["Norwegian Foreign Ministry"] * 2


def test_a_spokesman_of_somebody_is_not_that_somebody() -> None:
    assert speakers("A spokesman for Ada Brook said the talks were over.") == [None]
    assert speakers("Ada Brook’s spokesman said the talks were over.") == [None]


def test_a_misprinted_surname_is_still_the_person() -> None:
    text = "Minister Ada Lindqvist spoke. “We go,” Lindquist said."
    assert speakers(text) == ["Ada Lindqvist"]


@pytest.mark.parametrize("word", ["However", "Officials", "According", "Analysts", "Global South"])
def test_false_names_are_nobody(word: str) -> None:
    assert speakers(f"{word} said the talks were over.") in ([None], [])


def test_the_archives_name_and_key_are_given() -> None:
    found = last("“We go,” said Adah Brook.", people=[BROOK])
    assert (found.speaker, found.person) == ("Ada Brook", 7)


def test_an_office_alone_is_who_held_it_on_the_day() -> None:
    text = "“We go,” the Norwegian foreign minister said."
    found = last(text, people=[EARLIER, BROOK], published_on=DAY)
    assert (found.speaker, found.person) == ("Ada Brook", 7)
    before = last(text, people=[EARLIER, BROOK], published_on=datetime.date(2015, 1, 1))
    assert before.speaker == "Ole Vik"


def test_an_office_alone_without_a_day_is_nobody() -> None:
    assert speakers("“We go,” the Norwegian foreign minister said.", people=[BROOK]) == [None]


def test_a_surname_alone_is_nobody_of_the_archive_but_a_candidate() -> None:
    found = last("“We go,” Brook said.", people=[BROOK], published_on=DAY)
    assert found.person is None
    assert "Ada Brook" in found.candidates


def test_a_surname_with_the_office_of_the_day_is() -> None:
    text = "“We go,” Norwegian Foreign Minister Brook said."
    assert last(text, people=[BROOK], published_on=DAY).person == 7


POMEROY = Person(
    "Michael R. Pomeroy",
    key=9,
    tenures=(Tenure("Secretary of State", "United States", datetime.date(2018, 4, 26)),),
)
ENVOYS = [
    Person(
        name,
        key=name,
        tenures=(
            Tenure(
                f"Ambassador Extraordinary and Plenipotentiary to {country}",
                "United States",
                datetime.date(2017, 1, 1),
            ),
        ),
    )
    for name, country in (("John Hill", "Russia"), ("Ann Dale", "Estonia"))
]


@pytest.mark.parametrize("name", ["Mike Pomeroy", "Michael Pomeroy"])
def test_a_name_that_the_archive_knows_otherwise_is_told_by_the_office(name: str) -> None:
    text = f"“We go,” said US Secretary of State {name}. {name.split()[1]} said he was sorry."
    found = find(text, people=[POMEROY, *ENVOYS], published_on=DAY)
    assert [one.person for one in found] == [9, 9]


def test_without_the_office_it_is_only_a_candidate() -> None:
    found = last("“We go,” said Mike Pomeroy.", people=[POMEROY], published_on=DAY)
    assert (found.speaker, found.person) == ("Mike Pomeroy", None)
    assert "Michael R. Pomeroy" in found.candidates


@pytest.mark.parametrize(
    ("office", "who"),
    [
        ("the US ambassador to Russia", "John Hill"),
        ("the US ambassador to Estonia", "Ann Dale"),
        ("the American ambassador in Moscow", "John Hill"),
        ("the US secretary of state", "Michael R. Pomeroy"),
        ("the US ambassador", None),
    ],
)
def test_an_ambassador_is_who_was_sent_there(office: str, who: str | None) -> None:
    found = last(f"“We go,” {office} said.", people=[POMEROY, *ENVOYS], published_on=DAY)
    assert found.speaker == who


@pytest.mark.parametrize("office", ["The energy minister", "A former commander"])
def test_an_office_in_the_lead_may_wait_for_its_name(office: str) -> None:
    text = f"{office} said the talks were over.\n\nSpeaking in Oslo, Ada Brook said she was sorry."
    assert speakers(text) == ["Ada Brook", "Ada Brook"]


def test_the_office_is_of_the_only_person_of_whom_the_text_has_told() -> None:
    assert speakers("Ada Brook has spoken.\n\nThe chancellor said she was proud.") == ["Ada Brook"]
    judge = "Minister Ada Brook was tried. The judge said the case was clear."
    assert speakers(judge) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman said the talks were over.\n\nAda Brook said she was sorry.",
        "The minister said the talks were over.\n\nPresident Ada Brook said she was sorry.",
        "Ole Vik sat. Ada Brook slept. The minister said it was over.\n\nAda Brook said she knew.",
    ],
)
def test_but_not_for_that_of_somebody_else(text: str) -> None:
    assert speakers(text) == [None, "Ada Brook"]


def test_the_president_is_not_the_one_of_a_commission_named_later() -> None:
    text = (
        "The president said he was sorry.\n\nIda Vik, the European Commission’s president, slept."
    )
    assert speakers(text) == [None]


def test_the_official_is_the_one_without_a_name_who_spoke_before() -> None:
    text = (
        "Director Ada Brook left. A senior official said she had wept. The official said she knew."
    )
    assert speakers(text) == [None, None]


@pytest.mark.parametrize("title", ["the president’s spokeswoman,", "Vice President"])
def test_the_president_is_not_who_serves_the_president(title: str) -> None:
    text = f"Norway’s king met {title} Ada Brook. “We go,” the president said."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "title",
    ["Staff Sgt.", "Rear Adm.", "Detective Inspector", "Rabbi", "Fire Chief", "Grand Ayatollah",
     "State Councilor", "Unification Minister", "Police Constable", "County Clerk",
     "Homeland Security Secretary", "Deputy Chairman of the Norwegian Security Council",
     "Head of the Presidential Office", "Borough President", "Associate Professor"],
)  # fmt: skip
def test_ranks_and_offices_before_a_name_are_no_part_of_it(title: str) -> None:
    text = f"{title} Ada Brook said the talks were over. Brook said she was sorry."
    assert speakers(text) == ["Ada Brook"] * 2


@pytest.mark.parametrize("name", ["Dean Brook", "Anna Bishop Cole", "Martin King Cole"])
def test_names_that_are_also_offices_stay_names(name: str) -> None:
    assert speakers(f"Yesterday {name} said the talks were over.") == [name]


def test_a_surname_may_come_first() -> None:
    text = "Unification Minister Baek Sung-ho came. Baek said the talks were over."
    assert speakers(text) == ["Baek Sung-ho"]


def test_a_country_that_owns_a_body_is_no_part_of_its_name() -> None:
    text = "Norway’s Communications Directorate said it was sorry."
    assert speakers(text) == ["Communications Directorate"]


def test_an_envoy_for_somewhere_is_not_that_place() -> None:
    text = "The U.N. envoy for Sarranga said it was sorry.\n\nEnvoy Ada Brook left."
    assert speakers(text) == ["Ada Brook"]


def test_the_diplomat_is_the_one_who_spoke_last() -> None:
    text = (
        "Foreign Minister Ada Brook met Deputy Foreign Minister Peter Vik.\n\n“We go,” Vik said. "
        "The talks were over, the diplomat said."
    )
    assert speakers(text) == ["Peter Vik", "Peter Vik"]


def test_the_name_at_the_end_of_what_stands_beside_an_office_is_the_speaker() -> None:
    text = "Pell’s chief rival, Dayton developer Ada Brook, said the talks were over."
    assert speakers(text) == ["Ada Brook"]


@pytest.mark.parametrize(
    "later",
    ["the businesswoman", "the candidate", "the 54-year-old", "the politician", "the Democrat"],
)
def test_an_epithet_is_who_was_spoken_of_last(later: str) -> None:
    text = f"Ada Brook came to Oslo. “We go,” {later} said."
    assert speakers(text) == ["Ada Brook"]


@pytest.mark.parametrize("later", ["the businessman", "the Norwegian leader", "a politician"])
def test_but_not_one_that_does_not_fit(later: str) -> None:
    text = f"Canadian Prime Minister Ada Brook came. “We go,” {later} said."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("before", "later"),
    [
        ("Ada Brook is a nurse from Oslo.", "the nurse"),
        ("Brook, the Labour nominee, came.", "the nominee"),
        ("Ada Brook, a spokeswoman for Vik, came.", "the spokeswoman"),
        ("Police chief Ada Brook came.", "the chief"),
        ("Norwegian Foreign Ministry Spokeswoman Ada Brook came.", "the diplomat"),
    ],
)
def test_what_somebody_is_leads_to_the_name(before: str, later: str) -> None:
    assert (speakers(f"{before} “We go,” {later} said.")[0] or "").endswith("Brook")


@pytest.mark.parametrize(
    "described",
    ["billionaire investor Ada Brook", "a visibly angry Ada Brook", "ex-Sen. Ada Brook",
     "University of Oslo scientist Ada Brook", "Navy SEAL Ada Brook"],
)  # fmt: skip
def test_a_description_before_a_name_is_printed_with_it(described: str) -> None:
    (found,) = find(f"“We go,” {described} said.")
    assert found.attribution and found.attribution.text == described
    assert found.speaker == "Ada Brook"


def test_the_president_beside_a_prime_minister_is_another() -> None:
    text = "The President and Prime Minister Ada Brook met. “We go,” the President said."
    assert speakers(text) == [None]


def test_the_representative_of_a_state_is_no_special_representative() -> None:
    text = "Ada Brook, the Special Representative, came. The representative of China said he left."
    assert speakers(text) == [None]


def test_a_committee_s_chairman_is_the_senator_and_the_head_of_the_committee() -> None:
    text = (
        "Chairman of the Federation Council's Defense Committee Ada Brook came. "
        "“We go,” the senator said. “We go now,” the head of the committee said."
    )
    assert speakers(text) == ["Ada Brook"] * 2


def test_the_spokesman_of_one_country_is_not_the_one_of_another_who_is_named_later() -> None:
    text = (
        "Germany’s foreign ministry spokesman said it was late.\n\n“We go,” he said.\n\n"
        "Vik left.\n\n“China goes,” foreign ministry spokesman Ada Brook said."
    )
    assert speakers(text)[0] is None


def test_he_after_one_and_the_other_is_neither() -> None:
    text = "Ada Brook came. One said it was late; the other said it was not.\n\n“We go,” he said."
    assert speakers(text)[-1] is None


@pytest.mark.parametrize(
    "text",
    [
        "A U.S. official said it was over.\n\nEnvoy Ada Brook slept.\n\nRain fell.\n\n"
        "The official said it was late.",
        "Prosecutor Ole Vik spoke on Monday. His lawyer said he was not guilty.",
    ],
)
def test_somebody_who_has_no_name_is_nobody_who_has_one(text: str) -> None:
    assert speakers(text)[-1] is None


@pytest.mark.parametrize("place", ["in the Del Rio Sector", "on the Rio Negro Ferry"])
def test_a_place_that_looks_like_a_name_does_not_speak(place: str) -> None:
    assert speakers(f"A Border Patrol supervisor {place} said agents were tired.") == [None]
