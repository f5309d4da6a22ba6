"""Block quotations: paragraphs without marks after a colon."""

import pytest

from articles.quotations import find

TEXT = """Ada Brook spoke to the paper on Tuesday.

Brook told it in a statement:

I think that we are doing well. We have the best people.

And I will tell you something else.

The vote is on Friday."""


def test_a_paragraph_after_who_said_it_and_a_colon_is_said() -> None:
    (found,) = find(TEXT)
    assert found.text_in(TEXT) == (
        "I think that we are doing well. We have the best people. "
        "And I will tell you something else."
    )
    assert (found.kind, found.speaker) == ("direct", "Ada Brook")
    assert found.cue and found.cue.text == "told"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook has three plans:\n\nThe first one is to go.",
        "Ada Brook said in a statement:\n\n— the first point\n\n— the second point",
        "Ada Brook left early:\n\nI was tired.",
    ],
)
def test_other_paragraphs_after_a_colon_are_not(text: str) -> None:
    assert find(text) == []


def test_with_marks_it_is_a_quotation_like_any_other() -> None:
    text = "Ada Brook said in a statement:\n\n“I was tired.”\n\nThe vote is on Friday."
    assert [one.text_in(text) for one in find(text)] == ["I was tired."]
