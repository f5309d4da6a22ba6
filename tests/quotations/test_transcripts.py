from articles.quotations import find

BRIEFING = """MS. BROOK: Good afternoon.

QUESTION: Is it over?

MS. BROOK: It is not. Let me explain.

It is a long story.

(Laughter.)

QUESTION: Thank you.
"""


def test_each_turn_is_a_quotation() -> None:
    found = find(BRIEFING)
    assert [quotation.text_in(BRIEFING) for quotation in found] == [
        "Good afternoon.",
        "Is it over?",
        "It is not. Let me explain. It is a long story.",
        "Thank you.",
    ]


def test_labels_are_the_attribution_and_asking_is_nobody() -> None:
    assert [(q.attribution and q.attribution.text, q.speaker) for q in find(BRIEFING)] == [
        ("MS. BROOK", "Brook"),
        ("QUESTION", None),
        ("MS. BROOK", "Brook"),
        ("QUESTION", None),
    ]


def test_a_few_colons_make_no_transcript() -> None:
    text = "Note: this is old.\n\nSource: a book.\n\nPlace: Oslo.\n\nAll of it is invented."
    assert find(text) == []
