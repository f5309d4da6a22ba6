"""From text to the tokens that are indexed, searched and marked: one way for all three.

Text is folded in Python (`fold`), cut and stemmed by Tantivy's analyzers. A token is a run of
letters with their marks, or of digits, in lower case and without accents. Scripts that put no
spaces between words become overlapping pairs of characters.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

# Subtag of a BCP 47 language to the name of its Snowball stemmer in Tantivy.
STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}

# Words that have no other forms: their stems would be half of all and find nothing that the words
# as written do not find. The places that they take stay. Not here are those that often stand in
# hyphened words ("co-operation"), of which forms could not be found then.
WITHOUT_FORMS = {
    "english": frozenset(
        """
        a about after again against ago all almost already also although always among an and
        another any are as at because been before between beyond both but by can cannot could
        despite did during each either especially ever every few first five for four from had has
        he her here him his how however i if in indeed into is itself least less many may me might
        more mr much must my never nevertheless next no nor not of often on once only or our
        ourselves perhaps rather s same shall she should since six so some sometimes soon still
        such than that the their them themselves then there therefore these they this those three
        through throughout thus to today together too toward towards two unless until upon us very
        was we were what when where whether which while who whom whose why with within without
        would yet you your
        """.split()  # noqa: SIM905
    )
    | {"000", *map(str, range(2_101))}  # years and most numbers
}


@lru_cache(maxsize=1_000)
def stemmer_of(language: str) -> str | None:
    """The stemmer for a BCP 47 tag: `pt-BR` to `portuguese`; None where there is none."""
    return STEMMERS.get(language.split("-")[0].lower())


# --- folding -------------------------------------------------------------------------------------

# Han, kana, Hangul and Thai (also Lao, Khmer, Burmese): written without spaces between words, or,
# as Korean, with endings that would hide them.
_UNSPACED = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")


def _folding() -> dict[int, int | None]:
    """What Tantivy's own folding, made for Latin letters, leaves standing."""
    table: dict[int, int | None] = {ord("ё"): ord("е"), ord("Ё"): ord("Е")}
    table.update(dict.fromkeys(range(0x0300, 0x0370)))  # accents that no letter took up
    table.update(dict.fromkeys([*range(0x0591, 0x05C8), *range(0x064B, 0x0653), 0x0670, 0x0640]))
    table.update(dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")))
    table.update(dict.fromkeys(map(ord, "أإآٱ"), ord("ا")))
    for code in [*range(0x0370, 0x0400), *range(0x1F00, 0x2000)]:  # Greek with its accents
        base = unicodedata.normalize("NFD", chr(code))[0]
        if ord(base) != code:
            table[code] = ord(base)
    return table


def _marks_as_letters() -> dict[int, int]:
    """Marks at which Tantivy's tokenizer ends a word, as in Hindi, to letters that no text has.

    Its tokenizer by a regular expression would take them as they are, but costs more than all the
    rest of indexing together.
    """
    split = TextAnalyzerBuilder(Tokenizer.simple()).build()
    marks = (code for code in range(0x0300, 0x10000) if unicodedata.category(chr(code))[0] == "M")
    ending = [code for code in marks if len(split.analyze(f"a{chr(code)}a")) > 1]
    return {code: _TANGUT + place for place, code in enumerate(ending)}


def _one_of(codes: Iterable[int]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(map(chr, codes)))}]+")


_TANGUT = 0x17000  # a block of 6,000 letters of a script that died out
_FOLDING, _MARKS = _folding(), _marks_as_letters()
_LETTERS = {letter: mark for mark, letter in _MARKS.items()}
# Looking for what is to change is twice as fast as translating all of a text, and looking first
# whether there is anything but Latin letters and usual marks is faster by far.
_TO_FOLD, _TO_LETTERS = _one_of(_FOLDING), _one_of(_MARKS)
_SOFT_HYPHEN = "\u00ad"
_NOT_LATIN = re.compile("[^\x00-\xac\xae-\u02ff\u2010-\u205f\u20a0-\u20cf]")


def _folded(run: re.Match[str]) -> str:
    return run.group().translate(_FOLDING)


def _as_letters(run: re.Match[str]) -> str:
    return run.group().translate(_MARKS)


def _pairs(run: re.Match[str]) -> str:
    text = run.group()
    pairs = [text[i : i + 2] for i in range(len(text) - 1)] or [text]
    return f" {' '.join(pairs)} "


def fold(text: str) -> str:
    """Compose, drop accents that stand alone, spread unspaced scripts into pairs."""
    if text.isascii() or _is_latin(text):
        return text
    text = unicodedata.normalize("NFC", text)
    text = _TO_FOLD.sub(_folded, text)
    return _TO_LETTERS.sub(_as_letters, _UNSPACED_RUN.sub(_pairs, text))


def _is_latin(text: str) -> bool:
    """Are there only Latin letters and usual marks? Most texts are Latin-1, which encoding tells
    in a hundredth of the time in which an expression goes through them.
    """
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return not _NOT_LATIN.search(text)
    return _SOFT_HYPHEN not in text


def is_unspaced(text: str) -> bool:
    """Whether any of it is in a script that puts no spaces between words."""
    return _UNSPACED_RUN.search(text) is not None


# An Arabic word with or without article, and what is written together with it: and, with, to the.
_ARABIC = re.compile(
    r"(?<!\w)(?:[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644))?([\u0621-\u064a]{2,})"
)


def before_stemming(folded: str, stemmer: str) -> str:
    """What a stemmer is given. The Arabic one cuts a word with the article differently from the
    same word without it, so that all words get the article."""
    if stemmer != "arabic" or folded.isascii():
        return folded
    return _ARABIC.sub("\u0627\u0644\\1", folded)


# --- analyzing -----------------------------------------------------------------------------------


def analyzer(stemmer: str | None = None, *, indexing: bool = False) -> TextAnalyzer:
    """Cut into tokens, lower case, stem if asked, drop the accents (last: stemmers need them).

    `indexing`: as the index has the stems, without words that have no forms.
    """
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
    if indexing and stemmer in WITHOUT_FORMS:
        builder = builder.filter(Filter.custom_stopword(sorted(WITHOUT_FORMS[stemmer])))
    if stemmer:
        builder = builder.filter(Filter.stemmer(stemmer))
    return builder.filter(Filter.ascii_fold()).build()


@cache
def _analyzer(stemmer: str | None, indexing: bool) -> TextAnalyzer:
    return analyzer(stemmer, indexing=indexing)


def tokens(text: str, stemmer: str | None = None, *, indexing: bool = False) -> list[str]:
    """The tokens of `text`, in order; with `indexing` those that the index has."""
    folded = fold(text)
    return _analyzer(stemmer, indexing).analyze(
        before_stemming(folded, stemmer) if stemmer else folded
    )


def stems(word: str, stemmer: str) -> list[str]:
    """The stems by which the index has other forms of `word`; none where a part has no forms."""
    found, kept = tokens(word, stemmer), tokens(word, stemmer, indexing=True)
    return found if len(found) == len(kept) else []


def shown(token: str) -> str:
    """A token as a person would write it."""
    return token.translate(_LETTERS)


@lru_cache(maxsize=50_000)
def form(word: str, stemmer: str | None = None) -> str:
    """The single token that a single word gives; empty when it gives none."""
    found = tokens(word, stemmer)
    return found[0] if found else ""


# --- places in a text ----------------------------------------------------------------------------


def _marks() -> str:
    """The marks of Unicode as ranges for a character class: `\\w` leaves them out."""
    ranges: list[list[int]] = []
    for code in range(0x0300, 0x10000):
        if unicodedata.category(chr(code))[0] == "M":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)


_WORD = re.compile(rf"[^\W_][\w{_marks()}]*", re.UNICODE)


def places(text: str) -> Iterator[tuple[int, int, str]]:
    """Every (start, end, word) of `text`, in code points; pairs for unspaced scripts."""
    for match in _WORD.finditer(text):
        start, end, word = match.start(), match.end(), match.group()
        run = None if word.isascii() else _UNSPACED_RUN.search(word)
        if run is None:
            yield start, end, word
        else:
            for i in range(start, max(end - 1, start + 1)):
                yield i, min(i + 2, end), text[i : i + 2]


def version() -> str:
    """What must change the index when it changes; part of the schema's fingerprint."""
    without = {stemmer: sorted(words) for stemmer, words in WITHOUT_FORMS.items()}
    return f"4 {without} {sys.version_info[0]} {unicodedata.unidata_version}"
