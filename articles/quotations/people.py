"""The people and bodies that a text names: every form of a name leads to one entity.

"Foreign Minister Sergey Lavrov", "Lavrov" and "Sergei Lavrov, the foreign minister" are one.
Names may come after their short forms or their titles, so the whole text is read first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from . import besides
from .lexicon import (
    HONORIFICS,
    MAN,
    PARTICLES,
    ROLE_HEADS,
    TIMES,
    WOMAN,
    given_names,
)
from .naming import Named
from .offices import COUNTERPART, Title, title
from .quotation import Person
from .titles import FIRM_SUFFIXES
from .tokens import WORD, Token, low_at

MOST_NAMESAKES = 20  # people of one surname in a text that are told apart
MOST_TITLES = 8
MOST_OF_NAME = 8  # tokens of what a body is for


@dataclass(eq=False, slots=True)
class Entity:
    """Somebody named. `sure` when something shows that this is a person and no place or firm."""

    name: str
    is_body: bool = False
    sure: bool = False
    sex: str = ""
    age: str = ""
    titles: list[Title] = field(default_factory=list)
    person: Person | None = None

    def hold(self, *titles: Title) -> None:
        self.titles += [t for t in titles if t not in self.titles][: MOST_TITLES - len(self.titles)]

    @property
    def shown(self) -> str:
        return self.person.name if self.person else self.name


@lru_cache(maxsize=16_384)
def key(name: str) -> str:
    """A name for comparing: without case, accents and dots."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace(".", ""))
    return "".join(c for c in plain if not unicodedata.combining(c))


class Registry:
    """The entities of one text. `known` are the people of the archive."""

    def __init__(self, known: Iterable[Person] = ()) -> None:
        self.entities: dict[Entity, None] = {}
        self._by_name: dict[str, Entity] = {}
        self._by_short: dict[str, list[Entity]] = {}
        self.known = list(known)
        self._known = {key(name): p for p in self.known for name in (p.name, *p.other_names)}
        self._bodies: list[Entity] = []
        self._titled: Entity | None = None  # who was read last of those with a title
        self._rare: dict[str, list[Entity]] = {}

    def read(self, tokens: Sequence[Token], found: Sequence[Named]) -> None:
        """Take the full names of a sentence; short forms find them afterwards."""
        for named in found:
            self._take(tokens, named)

    def _take(self, tokens: Sequence[Token], named: Named) -> None:
        words = _printed(tokens, named)
        titles = [token.low for token in tokens[named.title_first : named.first]]
        heads = [word for word in titles if word in ROLE_HEADS]
        lone = len(words) < 2 and not heads and not named.is_body
        if lone and named.first and tokens[named.first - 1].low in ("in", "at", "near"):
            return  # In Lleida, the mayor
        beside = (
            besides.office_after(tokens, named.end)
            or (lone and besides.office_before(tokens, named))
            or []
        )
        if (
            lone
            and not ROLE_HEADS.intersection(beside)
            and not (words[0].isalpha() and besides.age(tokens, named.end))
        ):
            return
        entity = self._entity(" ".join(words), named.is_body)
        if heads:
            entity.sure = True
        if heads and not set(titles) <= HONORIFICS:
            self._hold(entity, title(titles))
        self._sex(entity, words, titles)
        self._apposition(entity, tokens, named.end)
        self._apposed(entity, tokens, named)

    def _entity(self, name: str, is_body: bool) -> Entity:
        """The entity of this name: a new one, or the one whose full name this shortens."""
        found = self._by_name.get(key(name))
        if found:
            return found
        if name.isupper() and " " in name and not is_body:
            name = name.title()
        words = name.split()
        if not is_body and (fuller := self._begins_with(words)):
            return fuller
        entity = Entity(name, is_body, sure=False, person=self._known.get(key(name)))
        if entity.person:
            entity.sure = True
        self._absorb(entity, words, is_body)
        self.entities[entity] = None
        self._by_name[key(name)] = entity
        if is_body:
            self._bodies.append(entity)
        else:
            shorts = {key(word) for word in words if word.lower() not in PARTICLES}
            shorts |= {short[3:] for short in shorts if short[:3] in ("al-", "el-")}
            shorts |= {key(word.partition(".")[2]) for word in words if "." in word[1:-1]}
            for short in shorts:
                sharing = self._by_short.setdefault(short, [])
                if len(sharing) < MOST_NAMESAKES:
                    sharing.append(entity)
        return entity

    def _begins_with(self, words: Sequence[str]) -> Entity | None:
        """Whose name this shortens: `Rosa Duarte`, `Duarte Leiva`, `Leiva`: Rosa Duarte Leiva."""
        fuller = self.short(words[-1])
        if len(words) > 1:
            fuller = [e for e in fuller if _begins_or_ends(e.name.split(), list(words))]
        return fuller[0] if fuller else None

    def _absorb(self, entity: Entity, words: Sequence[str], is_body: bool) -> None:
        """A full name takes over what was met before as "President Putin"."""
        if is_body or len(words) < 2:
            return
        for short in (words[-1], words[0]):
            bare = self._by_name.get(key(short))
            if bare and bare is not entity and not bare.is_body and " " not in bare.name:
                entity.hold(*bare.titles)
                entity.sure, entity.sex = True, entity.sex or bare.sex
                self._by_name[key(short)] = entity
                self.entities.pop(bare, None)
                self._by_short[key(short)] = [
                    e for e in self._by_short.get(key(short), []) if e is not bare
                ]
                return

    def _sex(self, entity: Entity, words: Sequence[str], titles: Sequence[str]) -> None:
        if not entity.sex and not entity.is_body:
            if any(word in WOMAN for word in titles):
                entity.sex = "woman"
            elif any(word in MAN for word in titles):
                entity.sex = "man"
            elif len(words) > 1 and words[0] in given_names():
                entity.sex, entity.sure = given_names()[words[0]], True

    def _apposition(self, entity: Entity, tokens: Sequence[Token], at: int) -> None:
        """`Lavrov, the Russian foreign minister,` or `Lavrov, 69,` after the name."""
        if at + 2 < len(tokens) and not entity.is_body:
            entity.age = entity.age or besides.age(tokens, at)
            entity.sure |= bool(entity.age)
            self.holds(entity, besides.office_after(tokens, at))

    def _apposed(self, entity: Entity, tokens: Sequence[Token], named: Named) -> None:
        """`the county's chief clerk, Loretta Berg, …`: the office stands before the name."""
        words = [] if entity.is_body else besides.office_before(tokens, named)
        if words:
            self.holds(entity, words)

    def holds(self, entity: Entity, words: Sequence[str]) -> None:
        """The entity has the title in these words, in lower case, if they are one."""
        if "'s" in words:  # the blogger's lawyer
            owner = len(words) - 1 - list(reversed(words)).index("'s")
            somebody = ROLE_HEADS.intersection(words[:owner]) and "of" not in words[:owner]
            words = words[owner + 1 :] if somebody else words
        if any(word in ROLE_HEADS for word in words):
            entity.sure = True
            self._hold(entity, title(words))
            self._sex(entity, (), words)

    def _hold(self, entity: Entity, held: Title) -> None:
        """The title, and that of whom somebody is the counterpart: whoever was titled last."""
        entity.hold(held)
        if held.words == COUNTERPART and self._titled and self._titled is not entity:
            same = self._titled.titles[0]
            entity.hold(Title(same.words, held.polity, printed=same.printed))
        elif held.words != COUNTERPART:
            self._titled = entity

    def call(self, name: str, short: str) -> None:
        """The body of this name is called so, too: by its letters."""
        self._by_name.setdefault(key(short), self._entity(name, is_body=True))

    def call_by_letters(self) -> None:
        """`NAO` is the one body named whose words begin so: National Audit Office."""
        full: dict[str, list[Entity]] = {}
        for entity in self._bodies:
            words = [w for w in entity.name.split() if w.lower().rstrip(".") not in FIRM_SUFFIXES]
            letters = "".join(word[0] for word in words if word[0].isupper())
            full.setdefault(letters, []).append(entity)
        for entity in self._bodies:
            called = full.get(entity.name, [])
            if entity.name.isupper() and len(called) == 1:
                self._by_name[key(entity.name)] = called[0]

    @property
    def bodies(self) -> list[Entity]:
        """The bodies named, at most the last fifty."""
        return self._bodies[-50:]

    def titled(self) -> list[Entity]:
        """The people whose office the text tells, at most a hundred."""
        return list(islice((e for e in self.entities if e.titles), 100))

    def short(self, word: str) -> list[Entity]:
        """The people whose surname (or first name, or name so far) this is."""
        found = self._by_short.get(key(word), [])
        surname = [e for e in found if key(e.name.split()[-1]).endswith(key(word))]
        return surname or found

    def surnamed(self, word: str, among: Set[Entity]) -> Entity | None:
        """Somebody of these with this surname, in lower case, and a first name."""
        people = (e for e in self.short(word) if e in among and not e.is_body)
        return next((e for e in people if e.name.lower().endswith(f" {word}")), None)

    def find(self, tokens: Sequence[Token], named: Named) -> list[Entity]:
        """Whom a name met in the text may mean; best first, empty if it is new."""
        words = _printed(tokens, named)
        found = self._by_name.get(key(" ".join(words)))
        if found:
            return [found, *(e for e in self.short(words[-1]) if e is not found)]
        if named.is_body:
            return []
        fits = self.short(words[-1])
        if len(words) > 1:
            ends = [e for e in fits if _begins_or_ends(e.name.split(), words)]
            fits = ends or [e for e in fits if key(e.name.split()[0])[:1] == key(words[0])[:1]]
        return fits or (self._misprinted(words[-1]) if len(words) == 1 else [])

    def add(self, name: str, is_body: bool = False) -> Entity:
        """A name that stands where somebody speaks: an entity of its own."""
        entity = self._entity(name, is_body)
        entity.sure = entity.sure or not is_body
        return entity

    def _misprinted(self, word: str) -> list[Entity]:
        """Surnames one letter away; only of long ones. One look-up for each letter left out."""
        if len(word) < 6:
            return []
        if not self._rare:
            for short, entities in self._by_short.items():
                for cut in _cuts(short):
                    self._rare.setdefault(cut, []).extend(entities)
        found = [e for cut in _cuts(key(word)) for e in self._rare.get(cut, ())]
        return list(dict.fromkeys(found))[:3]


def _printed(tokens: Sequence[Token], named: Named) -> list[str]:
    """The words of a name; of a body with what it is for, `Council for Renewal and Dignity`."""
    end = named.end
    if named.is_body and low_at(tokens, end) in ("for", "on", "of", "against"):
        past = end + 1 + (low_at(tokens, end + 1) == "the")
        while past < len(tokens) and past - end < MOST_OF_NAME and _is_field(tokens, past):
            past += 1
        field = tokens[end + 1 : past]
        person = any(token.text in given_names() or token.low in ROLE_HEADS for token in field)
        if field and field[-1].capital and not person:
            end = past
    return [token.text for token in tokens[named.first : end] if token.kind == WORD]


def _is_field(tokens: Sequence[Token], at: int) -> bool:
    """`Renewal`, `and` before `Dignity`; not `Monday`."""
    joins = tokens[at].low == "and" and at + 1 < len(tokens) and tokens[at + 1].capital
    return joins or (tokens[at].capital and tokens[at].low not in TIMES)


def _begins_or_ends(name: list[str], words: list[str]) -> bool:
    """Is a name shortened to these words: its first, its last, or all but the one between?"""
    size, name, words = len(words), [key(w) for w in name], [key(w) for w in words]
    outer = len(name) == 3 and words == [name[0], name[2]]  # Sergei Ivanovich Lukin
    return outer or name[:size] == words or name[-size:] == words


def _cuts(word: str) -> set[str]:
    if not 6 <= len(word) <= 20:
        return set()
    return {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}
