"""What a printed attribution is: a name, an office without a name, or a body. No database."""

from __future__ import annotations

import re

from articles.models import Speaker

# Nouns that end the mention of an office: "Acting Secretary of State", "British Ambassador".
_OFFICES = frozenset(
    """
    adviser advisor agent ambassador attaché attache attorney candidate chair chairman chairperson
    chairwoman chancellor charge chargé chief commander commissioner commissioners consul
    coordinator counselor counsellor delegate delegates director envoy governor head leader
    legate minister ministers negotiator nuncio official officials officer plenipotentiaries
    plenipotentiary premier president rapporteur representative representatives secretary
    spokesman spokesperson spokeswoman undersecretary vicepresident
    """.split()  # noqa: SIM905
)
# What may follow them and still name nobody: "Consul General", "Minister Resident".
_AFTER_OFFICE = frozenset(
    """
    ad affaires chief d'affaires d’affaires designate elect emeritus extraordinary general in
    interim plenipotentiary pro resident tempore
    """.split()  # noqa: SIM905
)
_PREPOSITION = re.compile(r"\s(?:of|for|in|at|to|on|from|with)\s", re.IGNORECASE)

_BODIES = frozenset(
    """
    administration agency assembly association bank board bureau cabinet commission committee
    company conference congress consulate corporation council delegation department embassy
    foundation government institute kremlin legation league ministry mission office organisation
    organization parliament party pentagon presidency secretariat senate service society union
    """.split()  # noqa: SIM905
)

_TITLES = frozenset(
    """
    admiral ambassador archbishop baron baroness bishop captain cardinal chancellor colonel count
    countess doctor dr emir excellency father general governor his her honourable hon king lady
    lord madam madame major marquis marshal minister mme monsieur mr mrs ms pope premier president
    prince princess prof professor queen reverend rev secretary senator señor sheikh shaikh sir
    sultan the viscount
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def names_office(attribution: str) -> bool:
    """Whether it names an office and nobody: "The Secretary", "Minister in China"."""
    head = _PREPOSITION.split(f" {attribution.lower()} ", maxsplit=1)[0]
    words = re.split(r"[\s\-]+", head.strip(" ,.["))
    while len(words) > 1 and words[-1] in _AFTER_OFFICE:
        words.pop()
    return words[-1] in _OFFICES


def kind_of(attribution: str) -> Speaker.Kind:
    """A body where a word says so ("Department of State"), else a person."""
    words = _WORD.findall(attribution.lower())
    return Speaker.Kind.BODY if _BODIES.intersection(words) else Speaker.Kind.PERSON


def is_single_word(name: str) -> bool:
    """Whether one word is all there is to know a person by: "Castro", "Mr. Seward", "J. Smith".

    Titles and initials do not count; what they leave is met in many persons.
    """
    words = [word for word in _WORD.findall(name) if word.lower() not in _TITLES]
    return len(words) < 2
