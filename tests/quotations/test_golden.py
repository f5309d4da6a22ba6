"""Whole articles against what should be found in them: tests/data/quotations."""

import json
from pathlib import Path

import pytest

from articles.quotations.confidence import FILE
from tests.benchmarks.quotations import FOLDERS, KNOWN, measured_confidence, mistakes, pairs
from tests.quotations.gold import DATA, Article, load

ARTICLES = load(DATA / "dev")

WRONG = json.loads(KNOWN.read_text("utf-8"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_finds_what_the_article_says_was_said(article: Article) -> None:
    """After a change of the rules: python tests/benchmarks/quotations.py --known"""
    wrong = mistakes(pairs(article))
    assert len(wrong) == WRONG.get(article.name, 0), "\n".join(wrong)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_passage_of_the_test_articles_is_described(folder: Path) -> None:
    for article in load(folder):
        for expected in article.expected:
            assert expected.segments, article.name
            assert expected.kind in ("direct", "indirect", "mixed"), article.name
            if expected.attribution:
                assert expected.attribution in article.text, article.name


def test_confidences_are_what_the_articles_show() -> None:
    """After a change of the rules: python tests/benchmarks/quotations.py --confidence"""
    found = [pair for folder in FOLDERS for article in load(folder) for pair in pairs(article)]
    assert json.loads(FILE.read_text("utf-8")) == measured_confidence(found)
