"""More habits of agencies and papers: what ends a saying, what is no saying, who is nobody."""

import pytest

from articles.quotations import find

from .test_more_habits import told


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("A survey by Infomark published on Monday found that few were content.",
         "few were content", "A survey by Infomark"),
        ("Vik said as many as 700 barrels a day could come.",
         "as many as 700 barrels a day could come", "Vik"),
        ("Vik claimed to have helped eleven people.", "to have helped eleven people", "Vik"),
        ("Vik asked farmers for patience.", "farmers for patience", "Vik"),
        ("Vik demanded to know what the mayor had known.", "what the mayor had known", "Vik"),
        ("Vik called that “a joke.”", "that “a joke.”", "Vik"),
        ("Vik put the figure at “half of that.”", "the figure at “half of that.”", "Vik"),
        ("Vik claimed victory.", "victory", "Vik"),
        ("Vik called the policy of returns unlawful.", "the policy of returns unlawful", "Vik"),
        ("Vik welcomed last week’s release of the men.", "last week’s release of the men", "Vik"),
        ("Vik disputed that version of events.", "that version of events", "Vik"),
        ("The office put that number at 6,000.", "that number at 6,000", "The office"),
        ("European observers described the process as opaque.", "the process as opaque",
         "European observers"),
        ("The firm’s general counsel, Ada Brook, called the writ “a joke.”",
         "the writ “a joke.”", "The firm’s general counsel"),
        ("Nearly half of the voters said they would stay.", "they would stay",
         "Nearly half of the voters"),
        ("But the damage, Vik said, was done.", "the damage was done", "Vik"),
        ("According to her sister Ada Brook, the money will go to the poor.",
         "the money will go to the poor", "her sister Ada Brook"),
        ("Vik expressed deep concern over the delay.", "deep concern over the delay", "Vik"),
        ("Vik, who said that Oslo, not Bergen, had objected, left.",
         "Oslo, not Bergen, had objected", "Vik"),
        ("Vik said ports, some of them only metres from the border, were in danger.",
         "ports, some of them only metres from the border, were in danger", "Vik"),
    ],
)  # fmt: skip
def test_one_saying(text: str, words: str, who: str) -> None:
    assert told(text)[0] == (words, who)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vik condemned the takeover, with a spokesman saying Oslo backed the call.",
         ["the takeover", "Oslo backed the call"]),
        ("Vik said the road might be longer, yet she made it clear that no talks were held.",
         ["the road might be longer", "no talks were held"]),
        ("Vik praised the bill, before conceding that it was late.", ["the bill", "it was late"]),
        ("Vik said the chair would not come, as tradition dictates.", ["the chair would not come"]),
        ("Vik promised to step up trade, as a meeting of ministers concluded in Oslo.",
         ["to step up trade"]),
        ("Vik said she would not extend the deal, signed in July 2022 in Oslo.",
         ["she would not extend the deal"]),
        ("Vik ordered an audit and demanded a review, a task that would take months.",
         ["a review"]),
        ("Vik called for calm as a two-day summit of the League came to a close.", ["calm"]),
        ("Answering a question about Brook, who announced plans for a fleet, Vik said it was late.",
         ["plans for a fleet", "it was late"]),
        ("Vik said they had been refused a lawyer and held in rooms which “may be cold.”",
         ["they had been refused a lawyer and held in rooms which “may be cold.”"]),
        ("Vik said she had cried, then called her mother.",
         ["she had cried, then called her mother"]),
    ],
)  # fmt: skip
def test_where_sayings_end(text: str, words: list[str]) -> None:
    assert [said for said, _ in told(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "A waiter asked that only his first name be used.",
        "Vik, who asked for anonymity to talk of plans, left.",
        "Vik has said little in public since taking office.",
        "A federal appeals court struck down the law.",
        "Oslo can appeal to the full court or to the king.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("House Republicans said it was over.", None),
        ("University officials said it was over.", None),
        ("A poll released Monday by Alder College found that few would stay.", None),
        ("The Economic Community of Rusan States said it was over.",
         "Economic Community of Rusan States"),
        ("The East Central Railway said it was over.", "East Central Railway"),
        ("Half said it was over.", None),
        ("A Gulf OPEC source said it was over.", None),
        ("Minister for Statistics Iftikhar Wattoo said it was over.", "Iftikhar Wattoo"),
        ("Minister for Development of Northern Territories Gleb Orlov said it was over.",
         "Gleb Orlov"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, who: str | None) -> None:
    assert [one.speaker for one in find(text)] == [who]


@pytest.mark.parametrize(
    ("before", "later", "who"),
    [
        ("For Ada Brook, a researcher in Oslo, the promise came too late.",
         "“It was late,” she said.", "Ada Brook"),
        ("Among those on board was Boubacar Syla, a 19-year-old Guinean.",
         "“It stopped at night,” he said.", "Boubacar Syla"),
        ("In his old street, at the bakery, the owner, Sal Impel, was asked about it.",
         "“It was late,” he said.", "Sal Impel"),
        ("Whitcomb said it was late.", "Sending Carraway to argue, he said, would be a joke.",
         "Whitcomb"),
        ("The blogger's lawyer, Aigul Serik, said it was over.", "The blogger said it was late.",
         None),
        ("Foreign Ministry spokesman Jan Vik said the foreign minister, Dr. Kaz Ro, had called.",
         "The diplomat said it was over.", "Jan Vik"),
        ("Ada Brook, head of the Foreign Relations Committee, said it was late.",
         "The region's security committee said it was over.", None),
        ("The Rail Programme Administration (RPA) said it was late.", "RPA denied the claim.",
         "Rail Programme Administration"),
        ("Minister for Development of Northern Territories Gleb Orlov said it was late.",
         "The minister said it was over.", "Gleb Orlov"),
        ("Deputy Minister for the Far East and the Arctic Valery Stup said it was late.",
         "The deputy minister said it was over.", "Valery Stup"),
        ("Deputy Prime Minister Quoc Khai said it was late.", "The Deputy PM said it was over.",
         "Quoc Khai"),
        ("Rail Officer (RO) Ada Brook said it was late.", "“It is over,” said a guard.", None),
    ],
)  # fmt: skip
def test_who_is_meant_after_what_was_said_before(before: str, later: str, who: str) -> None:
    assert [one.speaker for one in find(f"{before}\n\n{later}")][-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Residents of Mejvris said it was over.", None),
        ("Allies of another candidate, Rudy Galante, said it was over.", None),
        ("Prices have fallen, according to a trader in St. Petersburg.", None),
        ("Sen. Harlan Booker, R-Tenn., one of the few seen there, said it was over.",
         "Harlan Booker"),
        ("Rūta Gudai of the opposition Farmers and Greens said it was over.", "Rūta Gudai"),
        ("The National Union of Resident Physicians said it was over.",
         "National Union of Resident Physicians"),
        ("Former colonial power France said it was over.", "France"),
        ("Leader of the Opposition in the Bihar assembly Tarkesh Yadav said it was over.",
         "Tarkesh Yadav"),
        ("Hamas said it was over.", "Hamas"),
        ("The Gendarmerie said it was over.", "Gendarmerie"),
        ("The stocks are low, the World Food Programme (WFP) said.", "World Food Programme"),
        ("Prices rose in May by 5 percent, according to Statistics Korea.", None),
    ],
)  # fmt: skip
def test_whom_a_longer_phrase_means(text: str, who: str | None) -> None:
    assert [one.speaker for one in find(text)] == [who]


def test_an_official_of_the_lead_is_who_is_named_briefing_reporters() -> None:
    text = (
        "A senior League official warned on Monday that the deal was dead.\n\n"
        "Briefing reporters in Oslo, the deputy envoy, Ada Brook, said it had failed."
    )
    assert [one.speaker for one in find(text)] == ["Ada Brook", "Ada Brook"]


def test_but_not_who_is_named_next_otherwise() -> None:
    text = (
        "A senior League official warned on Monday that the deal was dead.\n\n"
        "The deputy envoy, Ada Brook, said it had failed."
    )
    assert [one.speaker for one in find(text)] == [None, "Ada Brook"]
