"""Titles, ranks and forms of address: what of a name is the name, and who is meant by the rest."""

import pytest

from articles.quotations import find

from .reading import speakers, told


def printed(text: str) -> list[str]:
    return [who for _, who in told(text)]


@pytest.mark.parametrize(
    "title",
    [
        "Lieutenant-Colonel", "Vice-Admiral", "Ex-Minister", "Mayor-elect", "Police Sub-Inspector",
        "Ambassador-at-Large of the Foreign Ministry", "Chief Public Relations Officer", "Mme",
        "Comrade", "Alhaji", "Engr.", "Smt.", "HE", "His Excellency Dr.", "Shaikha",
        "Norway's Ambassador Extraordinary and Plenipotentiary",
        "Executive Vice-President of the Commission",
    ],
)  # fmt: skip
def test_no_title_is_part_of_the_name(title: str) -> None:
    text = f"{title} Rosa Duarte said the road was open.\n\nDuarte said the bridge was closed."
    assert speakers(text) == ["Rosa Duarte", "Rosa Duarte"]
    assert printed(text) == [f"{title} Rosa Duarte", "Duarte"]


def test_an_office_in_one_word_is_called_by_its_last_part() -> None:
    text = "Vice-Admiral Rosa Duarte met them. “We sail,” the admiral said."
    assert speakers(text) == ["Rosa Duarte"]


@pytest.mark.parametrize("later", ["His Excellency", "HE the minister", "HE"])
def test_excellencies_are_who_was_spoken_of(later: str) -> None:
    text = (
        "HE Minister of Energy Omar bin Saeed Al Harthy opened the port.\n\n"
        f"{later} said the port was open."
    )
    expected = None if later == "HE" else "Omar bin Saeed Al Harthy"
    assert speakers(text) == [expected]


@pytest.mark.parametrize("shorter", ["Omar bin Saeed", "Rosa Duarte", "Duarte", "Leiva"])
def test_a_name_may_be_shortened_at_its_end(shorter: str) -> None:
    text = (
        "Omar bin Saeed Al Harthy met Rosa Duarte Leiva in Oslo.\n\n"
        f"{shorter} said the port was open."
    )
    whole = "Omar bin Saeed Al Harthy" if "Omar" in shorter else "Rosa Duarte Leiva"
    assert speakers(text) == [whole]


def test_an_office_and_the_name_beside_it_are_printed_as_the_office() -> None:
    text = "The chairman, Ole Vik, in a letter to members, said the road was closed."
    assert printed(text) == ["The chairman"]
    assert speakers(text) == ["Ole Vik"]


def test_two_offices_may_stand_before_a_name() -> None:
    text = "Party spokesman and Oslo MP Ole Vik said the road was closed."
    assert printed(text) == ["Party spokesman and Oslo MP Ole Vik"]
    assert speakers(text) == ["Ole Vik"]


def test_a_headline_in_capitals_names_nobody() -> None:
    text = (
        "Minister Receives Envoy Of Port Authority\n\n"
        "The minister of ports, Ole Vik, met the envoy.\n\nThe minister said the port was open."
    )
    assert speakers(text) == ["Ole Vik"]


def test_a_spokesperson_may_be_named_in_the_next_paragraph() -> None:
    text = (
        "The road is open, a port authority spokeswoman said on Monday.\n\n"
        "Spokeswoman Rosa Duarte made the remarks at a briefing."
    )
    assert speakers(text) == ["Rosa Duarte"]


def test_a_body_may_be_for_something() -> None:
    text = "The Coalition for Clean Ports said the road was open."
    assert speakers(text) == ["Coalition for Clean Ports"]


def test_two_who_speak_together_are_nobody() -> None:
    text = "President Rosa Duarte left.\n\nThe opposition and the president say the road is open."
    assert speakers(text) == [None]


def test_a_participle_that_opens_a_sentence_is_no_name() -> None:
    text = "Ole Vik disagreed. Sending Duarte to Oslo, he said, would be a mistake."
    assert speakers(text) == ["Ole Vik"]


@pytest.mark.parametrize("name", ["Jan Holm", "Ito Jun", "Theresa May", "He Lian", "An Jung"])
def test_a_month_or_a_small_word_may_be_a_name(name: str) -> None:
    text = f"Deputy Minister {name} said the road was open."
    assert speakers(text) == [name]


@pytest.mark.parametrize("when", ["In May", "On Monday, June 3,", "In June,"])
def test_a_month_is_no_name(when: str) -> None:
    assert speakers(f"{when} Duarte said the road was open.") == ["Duarte"]


def test_the_office_is_shown_that_stands_before_the_name() -> None:
    found = find("The mayor of Oslo, Mr. Ole Vik, said the road was open.")
    assert [one.office for one in found] == ["mayor of Oslo"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Oona King was there. Ms King said it was late.", "Oona King"),
        ("Tom Barber was there. Mr Barber said it was late.", "Tom Barber"),
        ("“We go,” said Vivian Tan, spokeswoman for the agency.", "Vivian Tan"),
        ("Labour's deputy minister for women Ada Brook said it was late.", "Ada Brook"),
        ("Fertility expert Lord Vik said it was late.", "Lord Vik"),
        ("Lib Dem Ole Vik said it was late.", "Ole Vik"),
        ("“We go,” said army spokesman Shahin Islam.", "Shahin Islam"),
    ],
)
def test_names_that_look_like_something_else(text: str, who: str) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sofia Brook said it was late.", "Sofia Brook"),
        ("The president, Jordan Brook, said it was late.", "Jordan Brook"),
        ("Senator Chad Brook said it was late.", "Chad Brook"),
        ("Sofia Mayor Ole Vik said it was late.", "Ole Vik"),
        ("Jordan Foreign Minister Ole Vik said it was late.", "Ole Vik"),
        ("Jordan said it was late.", "Jordan"),
        ("Zhu He said it was late.", "Zhu He"),
        ("President To Vinh said it was late.", "To Vinh"),
        ("A.K. Abdul Rahim said it was late.", "A.K. Abdul Rahim"),
        ("Foreign Minister Shah Ahmed Duarte said it was late.", "Shah Ahmed Duarte"),
    ],
)
def test_a_word_of_a_name_may_be_a_countrys_a_title_or_a_small_word(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_a_name_without_the_one_in_the_middle_is_the_same_persons() -> None:
    text = "Minister Sergei Pavlovich Lukin said it was late. “We go,” Sergei Lukin noted."
    assert speakers(text) == ["Sergei Pavlovich Lukin"] * 2
