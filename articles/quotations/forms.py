"""Forms of the verbs of saying, read from data/cues.txt, misprints of them too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from .lexicon import NOT_CUES, lines

SHORTEST_MISPRINT, LONGEST_MISPRINT = 7, 16  # letters


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb. `weak` ones are often something else."""

    kind: str
    weak: bool = False
    participle: bool = False
    base: bool = False  # say, tell
    misprint: bool = False


@cache
def lexicon() -> tuple[dict[str, Form], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Form -> what it is, and first word -> its phrases: the other words, and their kind."""
    forms: dict[str, Form] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    kind = ""
    for line in lines("cues.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        verbs, _, rest = line.partition("+")
        for place, word in enumerate(verbs.split()):
            form = word.rstrip("*")
            if kind.startswith("phrase"):
                rests = phrases.setdefault(form, [])
                rests.append((tuple(rest.split()), kind.partition(" ")[2] or "state"))
                rests.sort(key=lambda rest: -len(rest[0]))
            elif kind != "express" and form not in forms:
                participle, base = form.endswith("ing"), place == 0
                forms[form] = Form(kind, word.endswith("*"), participle, base)
    return forms, phrases


@cache
def express_verbs() -> frozenset[str]:
    found: set[str] = set()
    inside = False
    for line in lines("cues.txt"):
        if line.startswith("["):
            inside = line == "[express]"
        elif inside:
            found.update(word.rstrip("*") for word in line.split())
    return frozenset(found)


def form_of(word: str) -> Form | None:
    """What a word in lower case is as a cue; a misprint of one counts as weak."""
    form = lexicon()[0].get(word)
    if form is None and word.endswith(("ed", "ing", "es")):
        return _misprint(word)
    return form


def is_verb(word: str) -> bool:
    """Is a word in lower case the finite form of a verb of saying, and hardly anything else?"""
    form = form_of(word)
    return form is not None and not form.weak and not form.participle


@lru_cache(maxsize=20_000)
def _misprint(word: str) -> Form | None:
    form = lexicon()[0].get(correct(word) or "")
    if form is None or form.weak or form.kind not in ("say", "state", "tell", "uphold"):
        return None
    return Form(form.kind, True, form.participle, misprint=True)


@lru_cache(maxsize=20_000)
def correct(word: str) -> str | None:
    """The known form that is one letter more, less or other than `word`, or two exchanged."""
    if not SHORTEST_MISPRINT <= len(word) <= LONGEST_MISPRINT or word in NOT_CUES:
        return None
    shorter = _shorter()
    cut = [word[:i] + word[i + 1 :] for i in range(1, len(word))]
    for candidate in (word, *cut):
        for known in shorter.get(candidate, ()):
            if abs(len(known) - len(word)) <= 1 and known != word:
                return known
    return None


@cache
def _shorter() -> dict[str, list[str]]:
    """Each long form, and each with one letter left out -> the form. The first letter stays."""
    found: dict[str, list[str]] = {}
    for form in {*lexicon()[0], *express_verbs()}:
        if len(form) >= SHORTEST_MISPRINT:
            for cut in {form, *(form[:i] + form[i + 1 :] for i in range(1, len(form)))}:
                found.setdefault(cut, []).append(form)
    return found
