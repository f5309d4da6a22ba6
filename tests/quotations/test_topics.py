from articles.quotations.topics import suggest

TOPICS = {1: ["Iran", "nuclear deal"], 2: ["US", "Washington"], 3: ["ferries"], 4: ["  "]}
TEXT = (
    "Washington called.\n\nOf Iran he spoke: “They told us of the Nuclear  Deal.” It rained.\n\nUS"
)


def spans(*passages: str) -> list[tuple[int, int]]:
    return [(TEXT.index(passage), TEXT.index(passage) + len(passage)) for passage in passages]


def test_a_phrase_in_the_quotation_suggests_its_topic() -> None:
    assert suggest(TEXT, spans("They told us of the Nuclear  Deal."), TOPICS) == [1]


def test_the_quotations_own_topics_come_before_its_paragraphs() -> None:
    topics = {"far": ["rained"], "own": ["told"]}
    assert suggest(TEXT, spans("They told us"), topics) == ["own", "far"]


def test_other_paragraphs_suggest_nothing() -> None:
    assert suggest(TEXT, spans("It rained."), {2: ["Washington"]}) == []


def test_capitals_are_matched_as_capitals() -> None:
    assert suggest(TEXT, spans("told us"), {2: ["US"]}) == []
    assert suggest("The US agreed.", [(0, 14)], {2: ["US"]}) == [2]


def test_a_part_of_a_word_is_no_match() -> None:
    assert suggest("Iranians agreed.", [(0, 16)], TOPICS) == []
