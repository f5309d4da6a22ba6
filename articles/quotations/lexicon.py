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

_roles = sections("roles.txt")
ROLE_HEADS = _roles["heads"]
ROLE_WORDS = _roles["heads"] | _roles["parts"]
HONORIFICS = _roles["honorifics"]
NAME_HEADS = _roles["surnames"]
WOMAN, MAN = _roles["woman"], _roles["man"]

_bodies = sections("bodies.txt")
BODY_WORDS = _bodies["bodies"]
DOCUMENTS = _bodies["documents"] | _bodies["laws"]
LAWS = _bodies["laws"]
AGENCIES = _bodies["agencies"]

ABBREVIATIONS = sections("abbreviations.txt")[""]
EXPRESS_NOUNS = sections("express_nouns.txt")[""]
SPEECH_NOUNS = sections("speech_nouns.txt")[""]
NOT_CUES = sections("not_cues.txt")[""]


@cache
def given_names() -> dict[str, str]:
    """Given name -> "man" or "woman"."""
    return {name: sex for sex, names in sections("given_names.txt").items() for name in names}


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
def polity_words() -> frozenset[str]:
    """Every single word of `polities`, and the words of the longer ones."""
    return frozenset(word for form in polities() for word in form.split())
