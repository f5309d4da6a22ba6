"""Marking statements in a text: nothing of the text is lost, and nothing of it is believed."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from articles.marking import (
    REACH,
    Mark,
    paragraph_spans,
    paragraphs,
    surroundings,
)

ATTACK = "<img src=x onerror=alert(1)>"


class Reader(HTMLParser):
    """Reads marked HTML strictly: text, what of it is marked, ids; fails on what is not nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.marked = "", ""
        self.ids: list[str] = []
        self.open: list[str] = []
        self.links: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        assert tag in ("mark", "a", "span"), tag
        assert tag not in self.open, f"<{tag}> within <{tag}>"
        self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [(value, "") for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if "mark" in self.open:
            self.marked += data
        if "a" in self.open:
            self.links[-1] = (self.links[-1][0], self.links[-1][1] + data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


@st.composite
def texts_with_marks(draw):
    text = draw(st.text(st.sampled_from("ab<>&\"' \né日😀"), min_size=1, max_size=60))
    places = st.integers(0, len(text))
    marks = []
    for number in range(draw(st.integers(0, 5))):
        cuts = sorted(set(draw(st.lists(places, min_size=2, max_size=6))))
        segments = [[a, b] for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        marks.append(Mark(segments, f"/statements/{number}/", f"s-{number}"))
    return text, marks


@given(texts_with_marks())
def test_the_text_is_unchanged_whatever_is_marked(given):
    text, marks = given
    wanted = [text[start:end] for start, end in paragraph_spans(text)]
    assert [read(html).text for html in paragraphs(text, marks)] == wanted


@given(texts_with_marks())
def test_exactly_what_statements_cover_is_marked(given):
    text, marks = given
    covered = {place for mark in marks for a, b in mark.segments for place in range(a, b)}
    for (start, end), html in zip(paragraph_spans(text), paragraphs(text, marks), strict=True):
        wanted = "".join(text[place] for place in range(start, end) if place in covered)
        assert read(html).marked == wanted


@given(texts_with_marks())
def test_no_anchor_stands_twice(given):
    text, marks = given
    ids = [one for html in paragraphs(text, marks) for one in read(html).ids]
    assert len(ids) == len(set(ids))


@given(st.text(max_size=80))
def test_paragraphs_hold_everything_but_white_space(text):
    kept = "".join(text[start:end] for start, end in paragraph_spans(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_a_statement_links_to_its_page_from_its_words():
    html = "".join(paragraphs("He said yes.", [Mark([[8, 11]], "/statements/x/", "s-x")]))
    assert html == ('He said <span id="s-x"></span><mark><a href="/statements/x/">yes</a></mark>.')


def test_of_overlapping_statements_the_narrower_has_the_link():
    wide, narrow = Mark([[0, 11]], "/wide/", "s-w"), Mark([[4, 7]], "/narrow/", "s-n")
    (html,) = paragraphs("one two ten", [wide, narrow])
    assert read(html).links == [("/wide/", "one "), ("/narrow/", "two"), ("/wide/", " ten")]
    assert read(html).ids == ["s-w", "s-n"]


def test_a_statement_over_two_paragraphs_is_marked_in_both_and_anchored_once():
    text = "First words.\n\nLast words."
    first, last = paragraphs(text, [Mark([[6, 18]], "/x/", "s-x")])
    assert (read(first).marked, read(last).marked) == ("words.", "Last")
    assert read(first).ids + read(last).ids == ["s-x"]


def test_offsets_are_code_points():
    (html,) = paragraphs("😀😀 yes", [Mark([[3, 6]])])
    assert read(html).marked == "yes"


def test_markup_in_the_text_is_escaped_marked_or_not():
    html = "".join(paragraphs(ATTACK * 2, [Mark([[0, len(ATTACK)]], "/x/")]))
    assert "<img" not in html
    assert read(html).text == ATTACK * 2


def test_many_statements_of_a_long_text_take_no_time_to_speak_of():
    text = "word " * 40_000
    marks = [Mark([[place, place + 20]], "/x/", f"s-{place}") for place in range(0, 150_000, 50)]
    assert len(paragraphs(text, marks)) == 1


def test_white_space_without_end_is_read_in_one_go():
    assert paragraphs("a" + "\n \t" * 50_000 + "b" + " " * 200_000 + "c")[0] == "a"


# --- surroundings --------------------------------------------------------------------------------

BODY = "Before it.\n\nHe said “yes” and left. It rained.\n\nAfter it."
YES = BODY.index("yes")


def test_surroundings_are_the_paragraph_with_the_words_marked():
    around = surroundings(BODY, [[YES, YES + 3]])
    assert around.paragraphs == ["He said “<mark>yes</mark>” and left. It rained."]
    assert not (around.cut_before or around.cut_after or around.only_the_words)


def test_surroundings_of_passages_reach_from_the_first_to_the_last():
    rained = BODY.index("After")
    around = surroundings(BODY, [[YES, YES + 3], [rained, rained + 5]])
    assert [read(html).marked for html in around.paragraphs] == ["yes", "After"]


def test_a_long_paragraph_is_cut_between_words():
    body = "word " * 1000 + "yes" + " word" * 1000
    place = body.index("yes")
    around = surroundings(body, [[place, place + 3]])
    (html,) = around.paragraphs
    assert around.cut_before and around.cut_after
    assert len(read(html).text) <= 2 * REACH + 3
    assert read(html).marked == "yes"
    assert read(html).text.startswith("word ") and read(html).text.endswith(" word")


def test_quotation_marks_alone_are_no_surroundings():
    assert surroundings("“Yes.”", [[1, 5]]).only_the_words
    assert not surroundings("“Yes,” he said.", [[1, 5]]).only_the_words


@given(texts_with_marks())
def test_surroundings_mark_all_of_the_statement_and_nothing_else(given):
    text, marks = given
    for mark in marks:
        words = "".join(text[a:b] for a, b in mark.segments)
        if words.strip() and mark.segments:
            around = surroundings(text, mark.segments)
            marked = "".join(read(html).marked for html in around.paragraphs)
            assert "".join(marked.split()) == "".join(words.split())
