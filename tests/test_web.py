"""Addresses of other sites."""

import pytest

from articles.web import at_the_words, web_address


@pytest.mark.parametrize("url", ["https://example.org/a", "HTTP://example.org"])
def test_addresses_of_the_web_may_be_followed(url):
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "data:text/html,x", "/relative", " https://example.org"]
)
def test_anything_else_is_no_link(url):
    assert web_address(url) == ""
    assert at_the_words(url, ["words"]) == ""


def test_a_short_passage_is_named_whole():
    assert at_the_words("https://e.org/a", ["yes, we can"]) == (
        "https://e.org/a#:~:text=yes%2C%20we%20can"
    )


def test_a_long_passage_is_named_by_its_beginning_and_end():
    url = at_the_words("https://e.org/", ["a b c d e f g h i j k l m"])
    assert url == "https://e.org/#:~:text=a%20b%20c%20d%20e%20f,h%20i%20j%20k%20l%20m"


def test_a_hyphen_is_encoded_because_it_has_a_meaning_there():
    assert at_the_words("https://e.org/", ["US-Russian"]).endswith("#:~:text=US%2DRussian")


def test_several_passages_are_all_named():
    assert at_the_words("https://e.org/", ["one", "two"]).endswith("#:~:text=one&text=two")


def test_a_fragment_of_the_address_is_kept():
    assert at_the_words("https://e.org/#s2", ["one"]) == "https://e.org/#s2:~:text=one"
