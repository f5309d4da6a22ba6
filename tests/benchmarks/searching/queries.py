"""The fixed log of queries, each in the terms of every engine.

The words are those of diplomatic papers, written down before anything was measured. A filter is a
range of years or a kind of source's language, which every engine has as a plain number.
"""

from __future__ import annotations

from dataclasses import dataclass

COMMON = """
government people peace rights nations international security state world countries human court
law development cooperation council police political women children
""".split()  # noqa: SIM905
RARE = """
demarche plebiscite condominium neutrality armistice extradition sovereignty blockade mediation
protocol reparations partition annexation embargo ultimatum arbitration quarantine tariff
memorandum capitulations trusteeship secession amnesty ceasefire
""".split()  # noqa: SIM905
SEVERAL = """
nuclear weapons; human rights violations; climate change; freedom of expression; trade union;
peace process middle east; sustainable development goals; law of the sea; arms race disarmament;
south africa apartheid; foreign debt; small island states; security council reform; cold war;
refugees and displaced persons; terrorism; prison conditions; pretrial detention judge;
minimum wage hours; press freedom journalists arrested; treaty ratification senate; canal zone;
opium trade; steamship passengers; minister instructions dispatch; consul protection citizens;
loan bonds interest; railway concession; general assembly session president; secretary general
""".replace("\n", " ").split(";")
PHRASES = """
international community; human rights; united nations; general assembly; security council;
law of nations; self determination; rule of law; arms control; peaceful settlement of disputes;
territorial integrity; most favored nation; freedom of speech; good offices; balance of power;
peaceful coexistence; new international economic order; common but differentiated responsibilities;
declaration of independence; treaty of peace
""".replace("\n", " ").split(";")
PREFIXES = """
sanction* disarm* negotiat* democra* coloni* sovereign* terror* neutral* arbitrat* refuge* environ*
demilitar* plenipotent* discriminat*
""".split()  # noqa: SIM905
NOTHING_TYPED = [(year, year) for year in range(1946, 2025, 8)]
SPANS = [(1861, 1899), (1900, 1936), (1946, 1969), (1970, 1989), (1990, 2009), (2010, 2024)]


@dataclass(frozen=True)
class Query:
    """`form` is "words" (all of them), "phrase", "prefix" or "" (nothing typed)."""

    group: str
    form: str
    words: tuple[str, ...] = ()
    years: tuple[int, int] | None = None

    @property
    def typed(self) -> str:
        text = " ".join(self.words)
        return {"phrase": f'"{text}"', "prefix": f"{text}*"}.get(self.form, text)

    @property
    def parameters(self) -> dict[str, str]:
        found = {"q": self.typed} if self.words else {}
        if self.years:
            found |= {"from": str(self.years[0]), "to": str(self.years[1])}
        return found


def log() -> list[Query]:
    """Always the same, in the same order."""
    typed = [
        *(Query("common word", "words", (word,)) for word in COMMON),
        *(Query("rare word", "words", (word,)) for word in RARE),
        *(Query("several words", "words", tuple(some.split())) for some in SEVERAL),
        *(Query("phrase", "phrase", tuple(some.split())) for some in PHRASES),
        *(Query("prefix", "prefix", (word.rstrip("*"),)) for word in PREFIXES),
    ]
    filtered = [
        Query(f"{one.group}, filtered", one.form, one.words, SPANS[place % len(SPANS)])
        for place, one in enumerate(typed)
    ]
    empty = [Query("nothing typed, filtered", "", (), span) for span in [*SPANS, *NOTHING_TYPED]]
    return [*typed, *filtered, *empty]
