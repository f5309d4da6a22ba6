"""Patterns crossed with all that may stand in them: whoever, whenever, wherever, to whomever.

What fails here failed for a whole kind of sentence, and not for one.
"""

from itertools import product

import pytest

from .reading import told

WHO = ["Ada Brook", "The mayor", "Relatives of the victims", "The foreign ministry", "Union No. 1"]
ASIDES = [
    "now retired", "58", "58, a farmer", "a farmer", "himself a farmer", "once a critic",
    "who lives nearby", "whose house burned", "71-year-old Ole Vik of Chinle", "visibly shaken",
    "still in uniform", "speaking in Oslo", "reached by phone", "after the vote", "for his part",
    "however", "in turn", "back from Oslo", "better known as Bo", "with tears in her eyes",
]  # fmt: skip
WHEN = [
    "on Monday", "in a statement", "in a televised address", "by phone", "through an interpreter",
    "in an interview with TASS on the sidelines of the 74th session of the UN General Assembly",
    "at a joint press conference with his Turkish counterpart", "after the talks", "late on Monday",
    "in response to a question", "on condition of anonymity", "over the weekend", "in parliament",
]  # fmt: skip
TO_WHOM = [
    "reporters aboard his plane", "a Sunday show", "TASS", "BBC Radio 4", "the Security Council",
    "a crowd of about 800 people at the centre on Thursday", "anyone who would listen", "MPs",
    "a news conference in Oslo on Monday", "the families of the victims", "a Senate panel",
]  # fmt: skip
WHOM = [
    "Oslo", "Iran, Russia and China", "around 40 people", "the police and the army",
    "parents of children without papers", "residents of the coastal districts", "both sides",
    "the owners of 30 houses near the river", "anyone with information", "farmers and traders",
]  # fmt: skip
SAID = "the road had been closed since spring"


def lower(who: str) -> str:
    return who if who[:3] in ("Ada", "Uni") else who[0].lower() + who[1:]


@pytest.mark.parametrize(("who", "aside"), [*product(WHO, ASIDES)])
def test_something_stands_beside_whoever_speaks(who: str, aside: str) -> None:
    assert [said for said, _ in told(f"{who}, {aside}, said {SAID}.")] == [SAID]
    quoted = f"“We go,” {lower(who)}, {aside}, said."
    assert [said for said, _ in told(quoted)] == ["We go,"]


@pytest.mark.parametrize(("who", "when"), [*product(WHO, WHEN)])
def test_it_is_told_when_where_and_how_it_was_said(who: str, when: str) -> None:
    closed = f"The road had been closed since spring, {lower(who)} said {when}."
    assert [said.lower() for said, _ in told(closed)] == [SAID]
    assert [said for said, _ in told(f"{who} said {when} that {SAID}.")] == [SAID]
    assert [said for said, _ in told(f"“We go,” said {lower(who)} {when}.")] == ["We go,"]
    assert [said for said, _ in told(f"{who} said {when}: “We go.”")] == ["We go."]


@pytest.mark.parametrize(("who", "whom"), [*product(WHO, TO_WHOM)])
def test_it_is_told_to_whom(who: str, whom: str) -> None:
    assert [said for said, _ in told(f"{who} told {whom} that {SAID}.")] == [SAID]
    assert [said for said, _ in told(f"“We go,” {lower(who)} told {whom}.")] == ["We go,"]


@pytest.mark.parametrize("whom", WHOM)
@pytest.mark.parametrize("verb", ["urged", "called on", "begged", "encouraged"])
def test_somebody_is_urged_to_act(verb: str, whom: str) -> None:
    assert [said for said, _ in told(f"Brook {verb} {whom} to step back.")] == [
        f"{whom} to step back"
    ]


@pytest.mark.parametrize("whom", WHOM)
@pytest.mark.parametrize("verb", ["told", "advised", "ordered", "warned"])
def test_somebody_is_told_to_act(verb: str, whom: str) -> None:
    assert [said for said, _ in told(f"Brook {verb} {whom} to step back.")] == ["to step back"]


@pytest.mark.parametrize("whom", WHOM)
@pytest.mark.parametrize("verb", ["accused", "suspected"])
def test_somebody_is_accused_of_something(verb: str, whom: str) -> None:
    found = [said for said, _ in told(f"Brook {verb} {whom} of breaking the law.")]
    assert found == ([f"{whom} of breaking the law"] if verb == "accused" else [])


@pytest.mark.parametrize(
    "opening",
    [
        "About half of families", "At least five people", "Up to 5,000 people", "500 families",
        "Nearly all of them", "More than half of those", "Over 40 percent of voters",
        "Only one in five", "Some 30 percent of adults", "Women in 20 of 24 states",
    ],
)  # fmt: skip
@pytest.mark.parametrize("closing", ["according to the council", "the council said"])
def test_a_number_opens_what_is_said(opening: str, closing: str) -> None:
    text = f"{opening} flee the town each day, {closing}."
    assert [said for said, _ in told(text)] == [f"{opening} flee the town each day"]


@pytest.mark.parametrize(
    "clause",
    [
        "the talks, which began in May, would go on until June",
        "the road, closed since May, would open on Friday",
        "the army had taken the town, the airport and two bridges",
        "if Oslo paid, the road would open",
        "although the road was closed, people had left",
        "when the rain stopped, the crews would go back",
        "the road was safe, but the bridge was not",
        "what Oslo wanted was time",
        "the fact that nobody came was a bad sign",
        "there had been no talks with Rome, and none were planned",
        "neither side had kept its word",
        "Ada Pell, the former mayor, had been arrested",
        "Ada Pell, who is ill, would not stand",
        "the firm, Gulf Air, would cut 400 jobs",
        "nobody had been hurt, though several cars were damaged",
        "troops were “ready for anything” and would stay",
        "they were tired, hungry and cold",
        "the firm had sold its shares, leaving it with no say",
        "Rome would, if needed, pay for it",
        "only Rome could pay for it",
        "nearly all of the money had been spent",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "{Clause}, the mayor said.",
        "{Clause}, according to the ministry.",
        "{Clause}, said the mayor.",
        "{Clause}, said Ada Brook, the mayor of Oslo.",
        "{Clause}, the mayor told reporters in Oslo on Monday.",
        "The mayor said that {clause}.",
        "Ada Brook said {clause}.",
        "According to the ministry, {clause}.",
        "“We go,” the mayor said, adding that {clause}.",
        "In a statement, the ministry said {clause}.",
        "The mayor told reporters on Monday that {clause}.",
        "As the mayor said, {clause}.",
    ],
)
def test_a_clause_is_whole_wherever_it_stands(frame: str, clause: str) -> None:
    upper = clause[0].upper() + clause[1:]
    expected = upper if "{Clause}" in frame else clause
    assert told(frame.format(Clause=upper, clause=clause))[-1][0] == expected


@pytest.mark.parametrize(
    "clause",
    [
        "the Cabinet called on Rome to act, and expressed its rejection of any further delay",
        "the Cabinet praised the launch of the port, describing it as “a great step”",
        "his government regretted the loss but rejected the claim that shots were fired",
        "Rome welcomed the deal and voiced its support for talks",
    ],
)
@pytest.mark.parametrize("frame", ["Ole Vik said {}.", "The minister said that {}."])
def test_what_a_body_says_inside_what_is_said_belongs_to_it(frame: str, clause: str) -> None:
    assert [words for words, _ in told(frame.format(clause))] == [clause]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ole Vik said the party had backed the law, and rejected claims that it was weak.",
         ["the party had backed the law", "claims that it was weak"]),
        ("Ole Vik said the council welcomed the plan, adding that it was late.",
         ["the council welcomed the plan", "it was late"]),
    ],
)  # fmt: skip
def test_what_the_speaker_adds_is_another_saying(text: str, words: list[str]) -> None:
    assert [said for said, _ in told(text)] == words
