"""How somebody who has spoken is called afterwards, whatever stands between."""

import pytest

from .reading import speakers

BETWEEN = [
    "",
    "Work began in May under a contract with Hansa Bau.\n\n",
    "Tom Hill, a driver, waited there for three hours.\n\n",
]
FIRST = ["{who} said the road would be closed.", "According to {who}, the road would be closed."]


def _answers(who: str, called: str, first: str, between: str) -> list[str | None]:
    opening = first.format(who=who).replace(",,", ",")
    return speakers(f"{opening}\n\n{between}“It is late,” {called} said.")


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize(
    ("who", "called"),
    [
        ("Ole Vik, chief executive of Alpen Steel,", "the CEO"),
        ("ministry spokesman Col. Ole Vik", "the colonel"),
        ("former Health Minister Ole Vik", "the ex-minister"),
        ("Ole Vik, a 54-year-old fisherman,", "the fisherman"),
        ("Ole Vik, a 54-year-old fisherman,", "the 54-year-old"),
        ("Ole Vik, 54,", "the 54-year-old"),
        ("EU foreign policy chief Ole Vik", "the EU's top diplomat"),
        ("US Secretary of State Ole Vik", "Washington's top diplomat"),
        ("the head of the union, Ole Vik,", "the union leader"),
        ("the mayor of Oslo, Ole Vik,", "the mayor"),
        ("Senator Ole Vik, a Democrat from Ohio,", "the Democrat"),
        ("Norway's ambassador to the United Nations, Ole Vik,", "the envoy"),
        ("Ole Vik, 54, a nurse,", "the nurse"),
        ("Defence Secretary Ole Vik", "the secretary"),
        ("Bishop Ole Vik", "the prelate"),
    ],
)
def test_a_person(who: str, called: str, first: str, between: str) -> None:
    assert _answers(who, called, first, between) == ["Ole Vik", "Ole Vik"]


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize(
    ("who", "called"),
    [
        ("the Norwegian Foreign Ministry", "Norway's foreign ministry"),
        ("the World Health Organization", "the organization"),
        ("the World Health Organization", "the WHO"),
        ("the Central Bank of Norway", "the bank"),
        ("Alpen Steel", "the company"),
        ("Alpen Steel", "the steelmaker"),
        ("Alpen Steel", "the firm"),
        ("Human Rights Watch", "the group"),
        ("Human Rights Watch", "the rights group"),
        ("Human Rights Watch", "the watchdog"),
        ("Amnesty International", "the organisation"),
        ("the Norwegian government", "Norway's government"),
        ("the Ministry of Defence", "the Defence Ministry"),
        ("the Supreme Court", "the top court"),
        ("the African Union", "the bloc"),
    ],
)
def test_a_body(who: str, called: str, first: str, between: str) -> None:
    name = who.removeprefix("the ")
    assert _answers(who, called, first, between) == [name, name]


def test_another_age_is_somebody_else() -> None:
    text = "Ole Vik, 54, said it was late.\n\nTom Hill, 61, said it was early.\n\n“It is,” {} said."
    assert speakers(text.format("the 54-year-old"))[-1] == "Ole Vik"
    assert speakers(text.format("the 61-year-old"))[-1] == "Tom Hill"


def test_a_person_called_steel_is_no_company() -> None:
    assert speakers("Ada Steel said it was late. The company said it was early.")[-1] is None


def test_a_state_is_no_charity() -> None:
    text = "Two ships left. Rome said it was late. The charity said it was early."
    assert speakers(text) == ["Rome", None]


def test_a_think_tank_may_speak() -> None:
    text = "Ada Brook of the Oslo think tank said it was late. “It is,” the think tank said."
    assert speakers(text) == ["Ada Brook", None]
