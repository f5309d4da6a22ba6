"""Words that nearly say something, and sayings that nearly go unnoticed."""

import pytest

from .reading import speakers, told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We go,” Ada Brook said in a speech that lasted two hours.", ["We go,"]),
        ("“We go,” she said at a meeting in Oslo that was watched by the police.", ["We go,"]),
        ("Its operator said in a statement that work was going on.", ["work was going on"]),
        ("The strike began, the union said, threatening supply from a mine that produces copper.",
         ["The strike began"]),
        ("The seven states that share it have failed to agree.", []),
        ("There was no comment from the Israeli defense body that oversees the crossings.", []),
        ("One of the thorniest questions is the demand for guarantees that nobody will leave.", []),
        ("“It is theirs,” he said in response to a question about whether Brook had seen it.",
         ["It is theirs,"]),
        ("The delegation called on the Norwegian embassy in Rome.", []),
        ("Brook called on the government for help.", ["the government for help"]),
        ("For Ada Brook, who runs the shop, the distance is no matter.", []),
        ("Not everyone in Oslo shares this view.", []),
        ("Staffing at all sites “meets or exceeds” state guidelines, Brook said.",
         ["Staffing at all sites “meets or exceeds” state guidelines"]),
        ("In March 2020, the sides agreed on a protocol, which provided for patrols.", []),
        ("Oslo is a victim of cyber attacks on its servers.", []),
        ("Ole Vik, invited as an observer, said it was late.", ["it was late"]),
        ("Pressed on whether Brook would sign a law with some cuts, she demurred.", []),
    ],
)  # fmt: skip
def test_what_is_no_saying(text: str, words: list[str]) -> None:
    assert [said for said, _ in told(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brook has fielded four calls since May, per two people familiar with them.",
         ["Brook has fielded four calls since May"]),
        ("Police asked people who have seen the car to come forward.",
         ["people who have seen the car to come forward"]),
        ("The board advised the old and those who are ill to stay in.", ["to stay in"]),
        ("He assured the head of state that there was enough fuel.", ["there was enough fuel"]),
        ("The minister assured full support to the victims.", ["full support to the victims"]),
        ("Forecasters forecast heavy rain until Friday.", ["heavy rain until Friday"]),
        ("They met in Oslo, with experts warning the deal could fail.", ["the deal could fail"]),
        ("Senators pressed her on why she had left.", ["why she had left"]),
        ("Brook wanted to know when the funds would come.", ["when the funds would come"]),
        ("He dismissed as “groundless” claims by some papers that it would fail.",
         ["as “groundless” claims by some papers that it would fail"]),
        ("Brook denied that.", ["that"]),
        ("He put it at several hundred million euros.", ["it at several hundred million euros"]),
        ("Oslo offered condolences to the families.", ["condolences to the families"]),
        ("She said only the state could pay.", ["only the state could pay"]),
        ("He said about a third of the water was lost.", ["about a third of the water was lost"]),
        ("She said without rain the lower fields would die.",
         ["without rain the lower fields would die"]),
        ("Brook said 1,000 trucks cross each month.", ["1,000 trucks cross each month"]),
        ("She called the decision political.", ["the decision political"]),
        ("It was clear, Brook said, that the deal had failed.",
         ["It was clear that the deal had failed"]),
        ("This year, he added, he does not plan to hire.",
         ["This year he does not plan to hire"]),
    ],
)  # fmt: skip
def test_what_is_one_all_the_same(text: str, words: list[str]) -> None:
    assert [said for said, _ in told(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The people “have a right to it,” he said, and urged Oslo to lift the ban.",
         ["The people “have a right to it,”", "Oslo to lift the ban"]),
        ("“We host many,” Brook said, adding: “We cannot take more.”",
         ["We host many,", "We cannot take more."]),
        ("Brook welcomed the stance, calling it “a voice of sense.” He noted, however, that it was "
         "late.", ["the stance", "it “a voice of sense.”", "it was late"]),
        ("Three are in a grave state, according to Ada Brook, the chief doctor of the hospital "
         "where they were taken.", ["Three are in a grave state"]),
        ("He accused the army and allied militias of burning towns.",
         ["the army and allied militias of burning towns"]),
        ("Brook said the plan, presented last week, would fail.",
         ["the plan, presented last week, would fail"]),
        ("The party urged the North to talk, with its spokesman, Ole Vik, saying that it must.",
         ["the North to talk", "it must"]),
        ("The lake had shrunk to less than a tenth of that, Brook said.",
         ["The lake had shrunk to less than a tenth of that"]),
        ("Workers had reported shaking to their bosses four times, the ministry said.",
         ["Workers had reported shaking to their bosses four times"]),
        ("Oslo fired two rockets on Monday, Rome said, the fourth such launch in two weeks.",
         ["Oslo fired two rockets on Monday"]),
        ("He reiterated his country`s support for Oslo. “We are a friend, and our firms are keen,” "
         "Brook said.", ["his country`s support for Oslo", "We are a friend, and our firms are "
         "keen,"]),
    ],
)  # fmt: skip
def test_where_one_ends_and_the_next_begins(text: str, words: list[str]) -> None:
    joined = [" ".join(said.split()) for said, _ in told(text)]
    assert joined == words


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Governor of the Krasnoyarsk Territory Gleb Ustinov", "Gleb Ustinov"),
        ("Deputy Health Minister of the Talas District Aglaya Korb", "Aglaya Korb"),
        ("Governor of Lagos State Adebisi Oke", "Adebisi Oke"),
        ("state Rep. Tamara Weeks", "Tamara Weeks"),
        ("Dutch Defence Minister Marijke ten Hove", "Marijke ten Hove"),
        ("Yeo Sang-min", "Yeo Sang-min"),
        ("the ruling All Progressives Congress", "All Progressives Congress"),
        ("Greens leader and state minister Ole Vik", "Ole Vik"),
        ("Chairwoman of the Council's subcommittee on sanctions policy Ada Brook", "Ada Brook"),
        ("the Governor of Zavkhan aimag D.Oyunbat", "D.Oyunbat"),
        ("Hydrobiologist Susanna Pogosyan", "Susanna Pogosyan"),
        ("Minister of Ecology, Geology and Natural Resources Ada Brook", "Ada Brook"),
        ("Economy, Trade and Industry Minister Hiroyuki Sasabe", "Hiroyuki Sasabe"),
        ("Wapda chairman retired Lt Gen Mazhar Khattak", "Mazhar Khattak"),
        ("head of the Oslo interparliamentary friendship group Ada Brook", "Ada Brook"),
        ("Gulf Air managing director Ms Ada Brook", "Ada Brook"),
        ("a Gulf source", None),
        ("Okinawan fishermen", None),
    ],
)
def test_long_titles_and_odd_names_close_a_quotation(who: str, name: str | None) -> None:
    assert speakers(f"“We go,” said {who}.") == [name]
    assert speakers(f"According to {who}, it is late.") == [name]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("two industry sources briefed on the matter", None),
        ("state officials", None),
        ("protest leaders", None),
        ("aid workers in eastern Chad", None),
        ("people living in a fishing village", None),
        ("that official", None),
        ("residents and aid workers", None),
        ("scientific director of the project Ada Brook", "Ada Brook"),
        ("state parliament president Ole Vik", "Ole Vik"),
        ("spokesperson for the tactical group Colonel Ole Vik", "Ole Vik"),
    ],
)
def test_whoever_has_no_article_is_printed_whole(who: str, name: str | None) -> None:
    text = f"“We go,” {who} said."
    assert [printed for _, printed in told(text)] == [who]
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("UNHCR figures", "UNHCR"),
        ("an AFP toll", "AFP"),
        ("United Nations estimates", "United Nations"),
        ("official Turkish data", None),
    ],
)
def test_figures_are_those_of_the_body_that_counted(source: str, name: str | None) -> None:
    assert speakers(f"More than 600 have died, according to {source}.") == [name]
