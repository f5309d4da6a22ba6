"""The words that the rules ask about, read once from data/.

A data file has sections `[name]` of words divided by white space; lines with # are comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def lines(file: str) -> Iterator[str]:
    """The lines of a data file without comments and empty lines."""
    for line in (DATA / file).read_text("utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line:
            yield line


@cache
def sections(file: str) -> dict[str, frozenset[str]]:
    """Section -> its words. What stands before the first section is in section ''."""
    found: dict[str, set[str]] = {}
    name = ""
    for line in lines(file):
        if line.startswith("["):
            name = line.strip("[]")
        else:
            found.setdefault(name, set()).update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


def words(name: str) -> frozenset[str]:
    """A section of words.txt."""
    return sections("words.txt")[name]


DETERMINERS = words("determiners")
PREPOSITIONS = words("prepositions")
PRONOUNS = words("pronouns")
AUXILIARIES = words("auxiliaries")
MODALS = words("modals")
NEGATIONS = words("negations")
ADVERBS = words("adverbs")
CONJUNCTIONS = words("conjunctions")
TIMES = words("times")
VERBS = words("verbs")
OPENERS = words("openers")
SPEECHES = words("speeches")
FINDINGS = words("findings")
PARTICLES = words("particles")
NUMERALS = words("numerals")
SPANS = words("spans")

_roles = sections("roles.txt")


def _compounded(heads: frozenset[str]) -> frozenset[str]:
    """The words, and those made of them: vice-admiral, ex-minister, ambassador-at-large."""
    before = {f"{prefix}-{head}" for prefix in _roles["prefixes"] for head in heads}
    after = {f"{head}-{suffix}" for suffix in _roles["suffixes"] for head in heads}
    return heads | before | after


HONORIFICS = _roles["honorifics"]
ROLE_HEADS = _compounded(_roles["heads"]) | HONORIFICS
PERSONS = ROLE_HEADS - HONORIFICS  # "minister", and not "Mr"
PORTFOLIOS = _roles["portfolios"]
ROLE_WORDS = ROLE_HEADS | _roles["parts"] | PORTFOLIOS
NAME_HEADS = _roles["surnames"]
WOMAN, MAN = _compounded(_roles["woman"]), _compounded(_roles["man"])

_bodies = sections("bodies.txt")
BODY_NAMES = _bodies["names"]
BODY_WORDS = _bodies["bodies"] | BODY_NAMES
DOCUMENTS = _bodies["documents"] | _bodies["laws"]
LAWS = _bodies["laws"]
AGENCIES = _bodies["agencies"]

ABBREVIATIONS = sections("abbreviations.txt")[""]
EXPRESS_NOUNS = sections("express_nouns.txt")[""]
SPEECH_NOUNS = sections("speech_nouns.txt")[""]
NOT_CUES = sections("not_cues.txt")[""]


@cache
def given_names() -> dict[str, str]:
    """Given name -> "man", "woman" or, of names of both, ""."""
    found = {name: sex for sex, names in sections("given_names.txt").items() for name in names}
    return {name: "" if sex == "either" else sex for name, sex in found.items()}


@cache
def polities() -> dict[str, str]:
    """Adjective, name, seat or short form in lower case -> name of the polity."""
    found: dict[str, str] = {}
    for line in lines("polities.txt"):
        name, _, rest = line.partition("=")
        for form in (name, *rest.replace(";", ",").split(",")):
            if form.strip():
                found[form.strip().lower()] = name.strip()
    return found


@cache
def demonyms() -> frozenset[str]:
    """`russian`, `french`: what is of a polity, in lower case."""
    found: set[str] = set()
    for line in lines("polities.txt"):
        adjectives = line.partition("=")[2].partition(";")[0]
        found.update(form.strip().lower() for form in adjectives.split(","))
    return frozenset(found - {""})


@cache
def polity_words() -> frozenset[str]:
    """Every single word of `polities`, and the words of the longer ones."""
    return frozenset(word for form in polities() for word in form.split())


def parts(role: str) -> list[str]:
    """An office in one word, told apart: `vice-admiral` is `vice` and `admiral`."""
    first, _, rest = role.partition("-")
    made = rest in _roles["heads"] if first in _roles["prefixes"] else rest in _roles["suffixes"]
    return [first, rest] if rest and made and rest != "general" else [role]


def is_contracted(low: str) -> bool:
    """`he'd`, `there's`: a subject with its verb."""
    subject, apostrophe, _ = low.replace("’", "'").partition("'")
    return bool(apostrophe) and (subject in PRONOUNS or subject in ("that", "there"))
