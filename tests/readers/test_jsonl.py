"""JSON Lines as they come: whatever the bytes, drafts and failures, never an exception."""

import gzip
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers import ArticleDraft, Failure, interchange, jsonl

BODY = "We are ready."


def encoded(number: int = 1, **fields) -> bytes:
    value = {"source": "Agency", "id": str(number), "title": "Talks", "body": BODY} | fields
    return json.dumps(value, ensure_ascii=False).encode()


def read(data: bytes, **options) -> list[ArticleDraft | Failure]:
    return list(jsonl.read(io.BytesIO(data), **options))


def failure(data: bytes) -> Failure:
    (found,) = [one for one in read(data) if isinstance(one, Failure)]
    return found


def test_each_line_is_an_article_and_keeps_its_bytes():
    lines = [encoded(1), encoded(2, title="Über")]
    found = read(b"\n".join(lines))
    assert [(one.line, one.id, one.original) for one in found] == [
        (1, "1", lines[0]),
        (2, "2", lines[1]),
    ]


def test_gzip_is_recognised_by_its_content():
    assert [one.id for one in read(gzip.compress(encoded(1) + b"\n" + encoded(2)))] == ["1", "2"]


def test_byte_order_mark_empty_lines_and_windows_line_ends_do_no_harm():
    found = read(b"\xef\xbb\xbf" + encoded(1) + b"\r\n\r\n  \n" + encoded(2) + b"\r\n")
    assert [(one.line, one.id) for one in found] == [(1, "1"), (4, "2")]
    assert found[0].original == encoded(1)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is not JSON"),
        (b"not json", "is not JSON"),
        (b'{"id": 1} {"id": 2}', "is not JSON"),
        (b'{"body": "\x00"}', "is not JSON"),
        (b'{"body": "\xff"}', "is not UTF-8: byte 0xff at position 11"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b'{"id": ' + b"1" * 5000 + b"}", "too long"),
        (b'{"id": NaN}', "NaN is no number"),
        (b'{"id": -Infinity}', "-Infinity is no number"),
        (b'{"id": "1", "id": "2"}', "id: is given twice"),
        (b"3", "must be an object"),
        (encoded(title="\\u0000").replace(b"\\\\", b"\\"), "title: has a NUL"),
        (encoded(body="a\\ud800").replace(b"\\\\", b"\\"), "body: has half a surrogate"),
        ("﻿{}".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_bad_line_is_a_failure_with_its_reason(line, reason):
    found = failure(line)
    assert found.line == 1
    assert reason in found.reason
    assert len(found.reason) < 300


def test_the_lines_around_a_bad_one_are_read():
    found = read(encoded(1) + b"\n{oops\n" + encoded(3))
    assert [type(one) for one in found] == [ArticleDraft, Failure, ArticleDraft]
    assert [one.line for one in found] == [1, 2, 3]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch):
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 500)
    found = read(encoded(1) + b"\n" + b"x" * 5000 + b"\n" + encoded(3))
    assert [type(one) for one in found] == [ArticleDraft, Failure, ArticleDraft]
    assert "longer than" in found[1].reason


class Endless(io.RawIOBase):
    """A gigabyte without one line end; counts what is asked of it at once."""

    def __init__(self) -> None:
        self.left, self.most = 2**30, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        size = min(len(buffer), self.left)
        self.most, self.left = max(self.most, size), self.left - size
        buffer[:size] = b"x" * size
        return size


def test_a_gigabyte_that_is_no_json_is_never_held_whole(monkeypatch):
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 2**20)
    stream = Endless()
    (found,) = jsonl.read(stream)
    assert "longer than 1 MiB" in found.reason
    assert stream.left == 0
    assert stream.most <= 2**21


def test_reading_stops_where_nothing_can_be_read(monkeypatch):
    monkeypatch.setattr(jsonl, "GIVE_UP_AFTER", 3)
    found = read(b"no\n" * 10)
    assert len(found) == 4
    assert "the rest was not tried" in found[-1].reason
    assert len(read(encoded(1) + b"\n" + b"no\n" * 10)) == 11


def test_a_truncated_gzip_gives_what_was_readable_and_then_says_so():
    lines = [encoded(number, body=f"{number * 7919:030}") for number in range(5000)]
    whole = gzip.compress(b"\n".join(lines))
    *found, last = read(whole[: len(whole) // 2])
    assert len(found) > 1000
    assert all(isinstance(one, ArticleDraft) for one in found)
    assert isinstance(last, Failure)
    assert "cut off" in last.reason
    assert last.line == len(found) + 1


def test_a_damaged_gzip_is_a_failure():
    whole = bytearray(gzip.compress(encoded(1) * 50, mtime=0))
    whole[20] ^= 0xFF
    assert isinstance(read(bytes(whole))[-1], Failure)


def test_rubbish_behind_a_gzip_is_a_failure():
    first, last = read(gzip.compress(encoded(1) + b"\n") + b"rubbish")
    assert isinstance(first, ArticleDraft)
    assert "damaged" in last.reason


def test_nothing_gives_nothing():
    assert read(b"") == []
    assert read(gzip.compress(b"")) == []


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    for prefix in (b"", b"\x1f\x8b", b"\x1f\x8b\x08\x00"):
        assert all(isinstance(one, Failure) for one in read(prefix + data))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
segments = st.lists(st.lists(st.integers(-3, 30) | json_values, max_size=3), max_size=3)
statement = st.dictionaries(
    st.sampled_from(sorted(interchange.STATEMENT_FIELDS | {"x"})),
    json_values | segments,
)


@given(
    st.dictionaries(
        st.sampled_from(sorted(interchange.ARTICLE_FIELDS | {"x"})),
        st.text() | json_values,
    ),
    st.lists(statement | json_values, max_size=3) | json_values,
)
def test_no_json_raises_and_a_draft_is_sound(fields, statements):
    value = {"source": "A", "id": "1", "title": "T", "body": BODY, "statements": statements}
    for found in read(json.dumps(value | fields).encode()):
        assert isinstance(found, (ArticleDraft, Failure))
        if isinstance(found, ArticleDraft):
            assert "\0" not in found.body
            for one in found.statements or ():
                assert one.text_in(found.body).strip()
                assert one.segments[-1][1] <= len(found.body)
