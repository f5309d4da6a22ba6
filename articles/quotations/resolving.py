"""Who the words beside a cue mean: a name, a short name, an office, a pronoun, a body.

The resolver goes through the text sentence by sentence and remembers who was named, who was the
subject and who spoke. It names somebody only where the text tells; else it gives None, with the
people named most recently as candidates.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from itertools import takewhile

from . import bodies, documents, firms, holders
from .found import Source
from .holders import CANDIDATES, REMEMBERED
from .leads import Opening, holder
from .lexicon import (
    AGENCIES,
    BODY_WORDS,
    DETERMINERS,
    DOCUMENTS,
    LAWS,
    ROLE_HEADS,
    ROLE_WORDS,
    words,
)
from .mainclauses import sentence_subject
from .memory import Answer, Memory
from .mentions import (
    Read,
    are_several,
    has_office,
    is_body,
    is_common,
    is_held_by,
    is_native,
    is_of_several,
    is_office,
    is_one,
    is_one_of_them,
    is_polity,
    is_somebodys_lawyer,
    is_titled_last,
    may_speak,
    name_beside,
    office_printed,
    only_as,
    read,
    speaks_for,
    who_is_named,
    words_of,
)
from .naming import Named, is_doing
from .people import Entity, Registry
from .phrases import INNER
from .pronouns import SEX, by_epithet, learn_sex, may_be_meant, pronoun
from .quotation import Span
from .sentences import Sentence
from .tokens import NUMBER, WORD, Token

_SPEECHLESS = frozenset(["poll", "survey", "study", "review", "census", "audit"])
_POWERS = frozenset(["power", "nation", "neighbour", "neighbor", "ally", "giant", "rival"])
_INDEFINITE = words("indefinite")
_OWN = words("opinions") | words("styles")  # her view, His Excellency


class Resolver:
    """`following`: whose name opens a paragraph; see leads."""

    def __init__(
        self,
        registry: Registry,
        text: str,
        on: datetime.date | None,
        following: Mapping[int, Opening],
    ) -> None:
        self.registry, self.text, self.on, self.following = registry, text, on, following
        self.memory: list[Memory] = []
        self.named: set[Entity] = set()  # so far
        self.bodies: dict[Entity, None] = {}  # so far, the last named last
        self.body_spoke: Entity | None = None
        self.spoke_before: Entity | None = None  # when the sentence begins
        self.firm: Entity | None = None
        self.adding = True
        self.authors: dict[str, Entity | None] = {}  # "report" -> the body that made it
        self.reported_in: list[str] = []  # the documents of the sentence: "In a report, …"
        self.phrases: dict[Span, Read] = {}  # what each phrase names
        self.unnamed: dict[str, int] = {}  # "official", after "a senior official" -> paragraph

    def enter(self, sentence: Sentence) -> None:
        """Go on to this sentence: note who is named in it and who its subject is."""
        named = []
        for name in sentence.names:
            found = self.registry.find(sentence.tokens, name)
            if found and found[0].is_body:
                self.bodies.pop(found[0], None)
                self.bodies[found[0]] = None
            elif found and may_be_meant(sentence.tokens, name):
                named.append((sentence.tokens[name.first].start, found[0]))
        memory = Memory(sentence.span[0], sentence.paragraph, named)
        memory.only_as = only_as(sentence.tokens)
        self.spoke_before = self.body_spoke
        self.named.update(entity for _, entity in named)
        self.authors.update(dict.fromkeys(documents.joint(sentence.tokens)))
        self.reported_in = documents.new_in(sentence.tokens)
        if firm := firms.told(sentence.tokens, sentence.names):
            self.firm = self.registry.add(words_of(sentence.tokens, firm), is_body=True)
            self.firm.is_body = True
        entity = None
        subject = None if is_doing(sentence.tokens) else sentence_subject(sentence.tokens)
        if subject and any(token.text.islower() for token in sentence.tokens):
            self.adding = False  # what is only spoken of need not be a person
            source = Source.of(sentence.tokens, subject)
            entity = self._who(source, memory).entity
            self.adding = True
            memory.anonymous = entity is None and is_office(source)
            memory.definite = source.name[0].low not in _INDEFINITE
            if (entity and entity.is_body) or source.name[-1].low in documents.THINGS:
                self.body_spoke = entity  # "it" is the nameless council from now on
            memory.subject = entity if entity and not entity.is_body else None
            if memory.subject and len(dict.fromkeys(e for _, e in named)) < 2:
                learn_sex(memory.subject, sentence.tokens[subject.end :])
        self.authors.update(documents.written(sentence.tokens, entity))
        self.memory = [*self.memory[1 - REMEMBERED :], memory]

    def resolve(self, source: Source | None) -> Answer:
        """Whom `source` means, in the sentence entered last."""
        answer = self._who(source, self.memory[-1]) if source else Answer()
        if source and not answer.office:
            answer.office = office_printed(self.text, source, self.phrases)
        answer.person = answer.person or (answer.entity.person if answer.entity else None)
        self._remember(answer, source)
        if source and not answer.entity and documents.is_thing(source.name):
            self.body_spoke = None  # "it" is the nameless ministry, or what it wrote
        if answer.entity and answer.entity.is_body:
            self.authors.update(dict.fromkeys(self.reported_in, answer.entity))
        answer.candidates = self._candidates(answer)
        return answer

    def is_thing(self, answer: Answer) -> None:
        """Who spoke is a firm or another body: `Austar said it would close`."""
        if answer.entity:
            answer.entity.is_body, answer.how, self.body_spoke = True, "body", answer.entity

    def again(self, answer: Answer, how: str) -> Answer:
        """The same speaker goes on: what was answered before, in the sentence entered last."""
        self._remember(answer)
        copy = Answer(answer.entity, answer.person, how if answer.name else "", answer.office)
        copy.candidates = self._candidates(copy)
        return copy

    def _remember(self, answer: Answer, source: Source | None = None) -> None:
        if source and not answer.entity and source.name[0].low in ("a", "an", "one"):
            self.memory[-1].anonymous = True
            self.memory[-1].definite |= speaks_for(source)  # a spokesman for Brook
        if source and not answer.entity and is_one_of_them(source):
            self.memory[-1].anonymous = self.memory[-1].definite = True
        if answer.entity:
            self.memory[-1].speaker = answer.entity
            answer.entity.sure = True
            if answer.entity.is_body:
                self.body_spoke = answer.entity

    def _candidates(self, answer: Answer) -> list[str]:
        """The next best: what the answer already has, then who was named most recently."""
        found = dict.fromkeys(answer.candidates)
        for memory in reversed(self.memory):
            if len(found) > CANDIDATES:
                break
            found.update(dict.fromkeys(entity.shown for entity in self._people(memory)))
        return [name for name in found if name != answer.name][:CANDIDATES]

    def _people(self, memory: Memory) -> list[Entity]:
        first = [entity for entity in (memory.speaker, memory.subject) if entity]
        people = [entity for entity in first if not entity.is_body]
        return people + [entity for _, entity in memory.named if entity.sure]

    # --- the ways ---------------------------------------------------------------------------

    def _who(self, source: Source, memory: Memory) -> Answer:
        head = source.name[0]
        if len(source.name) == 1 and head.low in SEX:
            before = self.text[max(0, head.start - 4) : head.start].rstrip(" \"”’»'")
            apart = before.endswith(",")
            return pronoun(self._up_to(memory), SEX[head.low], head.start, apart)
        if len(source.name) == 2 and head.low in SEX and source.name[1].low in _OWN:
            return pronoun(self._up_to(memory), SEX[head.low], head.start)
        if len(source.name) == 1 and head.low in ("it", "its"):
            apart = self.text[head.start - 2 : head.start] == ", "
            spoke = self.spoke_before if apart and self.spoke_before else self.body_spoke
            return Answer(spoke, how="pronoun") if spoke else Answer()
        if len(source.name) == 1 and head.low in ("i", "we", "you", "they", "their", "who"):
            return Answer()
        if party := bodies.party(source.name):
            return Answer(self.registry.add(party, is_body=True), how="body")
        if are_several(source.name):
            return Answer()
        if author := documents.author(source.name):
            entity = self.registry.add(author, is_body=True)
            entity.is_body = True
            self.authors[documents.head(source.name)] = entity
            return Answer(entity, how="body")
        if documents.is_made_by(source.name):
            return Answer()  # a poll by the club
        tokens, found = read(source, self.phrases)
        if is_held_by(source.name, source.office) and (apposed := self._apposed(source, memory)):
            return apposed
        if letters := bodies.letters(source):
            return Answer(self.registry.add(letters, is_body=True), how="body")
        people = [name for name in found if may_speak(tokens, name)]
        if people and any(token.low == "of" for token in tokens[people[0].end :]):
            people = people[:1]  # Ada Brook of the Farmers and Greens
        if len(people) > 1 and any(token.low in ("and", "&") for token in tokens):
            return Answer(candidates=[words_of(tokens, name) for name in people])
        if people and (not is_body(tokens) or is_titled_last(tokens, people)):
            return self._name(tokens, who_is_named(tokens, people), memory)
        body = any(name.is_body for name in found)
        if body and (is_body(tokens) or not has_office(tokens)):
            return self._body(tokens)
        return self._apposed(source, memory) or self._nameless(source, tokens, memory)

    def _name(self, tokens: Sequence[Token], named: Named, memory: Memory) -> Answer:
        rest = list(takewhile(lambda token: token.low not in INNER, tokens[named.end :]))
        if rest and rest[-1].low in BODY_WORDS:
            return self._body(tokens)
        if rest and rest[0].kind == WORD and rest[0].low not in ("himself", "herself", "and"):
            return Answer()
        words = words_of(tokens, named)
        found = self.registry.find(tokens, named)
        if not found and " " not in words and named.first and tokens[named.first - 1].low == "the":
            return Answer()  # The Meeting
        entity = found[0] if found else None
        if entity is None:
            opens = len(words.split()) == 1 and not named.title_first < named.first
            if not self.adding or (opens and is_common(self.text, tokens, named, memory.start)):
                return Answer()
            entity = self.registry.add(words, named.is_body)
        others = [other.shown for other in found[1:]]
        if entity.is_body:
            return Answer(entity, how="body", candidates=others)
        how = "name" if " " in words else "surname"
        answer = Answer(entity, how=how, candidates=others)
        if not entity.person:
            holders.by_surname(self.registry, self.on, answer, tokens, named)
        return answer

    def _apposed(self, source: Source, memory: Memory) -> Answer | None:
        """`Russia's foreign minister, Sergey Lavrov, said`: the name stands beside the office."""
        if is_of_several(source.name):
            return None
        for named in name_beside(source.office):
            place = source.name[-1].capital and named.end - named.first == 1  # the University, Oslo
            if not (named.is_body or place):
                answer = self._name(source.office[: named.end], named, memory)
                if answer.entity:
                    answer.entity.sure = True
                    body = source.name[-1].low in BODY_WORDS and not has_office(source.name)
                    answer.entity.is_body |= body  # The airline, Kivu Air,
                    self.registry.holds(answer.entity, [t.low for t in source.name])
                return answer
        return None

    def _nameless(self, source: Source, tokens: Sequence[Token], memory: Memory) -> Answer:
        """An office, a body, a country, or nobody in particular."""
        if is_of_several(tokens) or is_somebodys_lawyer(tokens):
            return Answer()
        lows = ["the" if token.low == "our" else token.low for token in tokens]  # our correspondent
        head = lows[: lows.index("of", 1)] if "of" in lows[1:] else lows
        owner = lows[: lows.index("'s")] if "'s" in lows else []
        if lows[-1] in BODY_WORDS and ROLE_WORDS.intersection(owner[1:]):
            of = owner.index("of") if "of" in owner else 0
            if not of or owner[of - 1] not in ROLE_HEADS or lows[-1] == "office":
                return self._body(tokens)  # the Secretary of State's office
        letters = tokens[-1].text.isupper()
        if lows[-1].endswith("s") and lows[-1][:-1] in ROLE_HEADS and not letters:
            return Answer()  # the president's lawyers
        if len(lows) > 2 and lows[-2] in _POWERS and is_polity(lows[-1:]):
            return self._body(tokens[-1:])  # colonial power France
        if "'s" in lows and lows[-1] in ROLE_HEADS and lows[0] not in DETERMINERS:
            self.unnamed[lows[-1]] = memory.paragraph  # Dorn's lawyer, who has no name
            memory.anonymous = True
        if lows[0] in _INDEFINITE or tokens[0].kind == NUMBER:
            if memory.only_as:
                return Answer(self.registry.add(memory.only_as), how="name")
            if is_one(lows) and (later := self._named_later(source, memory)):
                return later
            self.unnamed[head[-1]] = memory.paragraph
            return Answer()
        if lows[0] == "the" and self._is_unnamed(head[-1], memory):
            self.unnamed[head[-1]] = memory.paragraph
            return Answer()  # the official, after "a senior official"
        if is_native(lows):
            return by_epithet(self.memory, self.text, lows, source.name[0].start) or Answer()
        if len(lows) == 1 and (known := self.registry.surnamed(lows[0], self.named)):
            return Answer(known, how="surname")  # Ambakane Togo, where "Togo said"
        body = head[-1] in BODY_WORDS or is_polity(lows) or lows[-1] in AGENCIES
        body = body or firms.is_firm(tokens) or firms.is_any_body(tokens)
        if body or lows in (["the", "paper"], ["the", "north"], ["the", "south"]):
            return self._body(tokens)
        if lows[-1] in LAWS or lows[-1] in _SPEECHLESS:
            return Answer()
        if lows[-1] in DOCUMENTS and len(lows) <= 2:
            own = lows[0] in ("the", "its", "his", "her", "this")
            return documents.whose(lows[-1], self.authors, self.memory) if own else Answer()
        if any(low in ROLE_HEADS for low in lows):
            return self._officeholder(source, lows, memory)
        return by_epithet(self.memory, self.text, lows, source.name[0].start) or Answer()

    def _officeholder(self, source: Source, lows: list[str], memory: Memory) -> Answer:
        """Who holds the office by the text, by the archive, by who is named next, or alone may."""
        held = holders.in_text(self.registry, self.memory, self.named, lows)
        if held and held.entity not in self.named:
            held = self._named_later(source, memory) or held
        whole = [token.low for token in source.name]
        answer = held or holders.in_archive(self.registry, self.on, lows, whole)
        if answer.entity:
            return answer
        if later := self._named_later(source, memory):
            return later
        said = by_epithet(self.memory, self.text, lows, source.name[0].start)
        return said or holders.nobody_else(self.memory, self.named, lows) or answer

    def _is_unnamed(self, head: str, memory: Memory) -> bool:
        """Was somebody without a name, `a senior official`, the last to be called so?"""
        if head in ("official", "source", "diplomat"):
            return head in self.unnamed  # once there is one, no minister is "the official"
        return self.unnamed.get(head, -9) >= memory.paragraph - 1

    def _named_later(self, source: Source, memory: Memory) -> Answer | None:
        """Who has an office of the lead, whose name follows, and has it from then on."""
        named = holder(source, memory.paragraph, self.following)
        if named:
            self.registry.holds(named, [token.low for token in source.name])
        return Answer(named, how="named later") if named else None

    def _body(self, tokens: Sequence[Token]) -> Answer:
        answer = bodies.named(self.registry, self.text, tokens, self.bodies)
        spoke = self.body_spoke
        if not answer.entity and spoke and firms.is_any_body(tokens) and not firms.is_state(spoke):
            return Answer(spoke, how="body")
        if answer.entity or not firms.is_firm(tokens):
            return answer
        firm = firms.spoken_of(self.memory) or self.firm
        firm = firm or (spoke if spoke and firms.may_be(spoke.name) else None)
        return Answer(firm, how="body") if firm else answer

    def _up_to(self, memory: Memory) -> list[Memory]:
        """What is remembered, with the sentence that is being entered as the last."""
        return [*(past for past in self.memory if past is not memory), memory]
