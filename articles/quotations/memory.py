"""What is remembered while speakers are resolved: answers, and whom a sentence spoke of."""

from __future__ import annotations

from dataclasses import dataclass, field

from .people import Entity
from .quotation import Person


@dataclass(slots=True)
class Answer:
    """`how` names the way (name, office, pronoun …: the keys of "speaker" in data/confidence.json);
    "" for nobody.
    """

    entity: Entity | None = None
    person: Person | None = None
    how: str = ""
    office: str = ""
    candidates: list[str] = field(default_factory=list)

    @property
    def name(self) -> str | None:
        if self.person:
            return self.person.name
        return self.entity.shown if self.entity else None


@dataclass(slots=True)
class Memory:
    """One sentence: who is named in it, who is its subject, who speaks."""

    start: int
    paragraph: int
    named: list[tuple[int, Entity]]
    subject: Entity | None = None
    speaker: Entity | None = None
    anonymous: bool = False  # somebody without a name speaks: "a diplomat said"
    definite: bool = False  # "the president", who is the same in the next paragraph
    only_as: str = ""  # the name of whom "a man, who gave his name only as Horst" is
