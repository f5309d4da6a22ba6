"""One archive in many languages: what is found in each, and in all of them by one query."""

import re

import pytest

from tests import factories

RUSSIAN = "Стороны подтвердили, что переговоры о прекращении огня будут продолжены в Женеве."
FRENCH = "L’ambassadrice a déclaré que les négociations sur l’eau reprendraient après l’été."
ARABIC = "أكّدَ الوزيرُ أنّ المفاوضات حول السلام ستُستأنف في الأسبوع المقبل."
CHINESE = "发言人表示，双方将继续就停火问题举行和平谈判。"
ENGLISH = "The envoy said that negotiations on a ceasefire would be resumed."


@pytest.fixture
def archive(db):
    for language, words in (
        ("ru", RUSSIAN),
        ("fr", FRENCH),
        ("ar", ARABIC),
        ("zh", CHINESE),
        ("en", ENGLISH),
    ):
        factories.statement(words, language=language)


def marked(results):
    return [re.findall("<mark>(.*?)</mark>", one.excerpt) for one in results.records]


@pytest.mark.parametrize(
    ("query", "words", "marks"),
    [
        # another case and number, as far as Snowball's stemmer goes; ё and е are one
        ("переговорах", RUSSIAN, ["переговоры"]),
        ("прекращение огонь", None, []),
        ("прекращение огня", RUSSIAN, ["прекращении", "огня"]),
        ('"прекращении огня"', RUSSIAN, ["прекращении огня"]),
        ('"прекращение огня"', None, []),
        ("перегов*", RUSSIAN, ["переговоры"]),
        ("ЖЕНЕВА", RUSSIAN, ["Женеве"]),
        # without accents, after an elided article
        ("negociation eau", FRENCH, ["négociations", "eau"]),
        ("négocier été", FRENCH, ["négociations", "été"]),
        ('"après l’été"', FRENCH, ["après l’été"]),
        ("ambassad*", FRENCH, ["ambassadrice"]),
        # without vowel signs, without the article
        ("مفاوضات", ARABIC, ["المفاوضات"]),
        ("الوزير السلام", ARABIC, ["الوزيرُ", "السلام"]),
        ("وزير بالمفاوضات", ARABIC, ["الوزيرُ", "المفاوضات"]),
        ('"حول السلام"', ARABIC, ["حول السلام"]),
        # a word within a run of characters, and one that is not a word of it
        ("和平", CHINESE, ["和平"]),
        ("停火 谈判", CHINESE, ["停火", "谈判"]),
        ('"和平谈判"', CHINESE, ["和平谈判"]),
        ('"谈判和平"', None, []),
        ("战争", None, []),
    ],
)
def test_each_language_is_found_and_marked(archive, ask, query, words, marks):
    found = ask(words=query)
    assert [one.text for one in found.records] == ([words] if words else [])
    assert marked(found) == ([marks] if words else [])


def test_one_query_finds_statements_in_every_language(archive, ask):
    found = ask(words="negotiation OR переговоры OR négociation OR مفاوضات OR 谈判")
    assert {one.text for one in found.records} == {RUSSIAN, FRENCH, ARABIC, CHINESE, ENGLISH}
    languages = next(one for one in found.facets if one.facet.name == "language")
    assert {one.value.label: one.count for one in languages.counts} == {
        "Arabic": 1,
        "Chinese": 1,
        "English": 1,
        "French": 1,
        "Russian": 1,
    }
    assert ask("language=fr", words="negotiation OR négociation").total == 1
    assert ask(words="lang:russian переговоры").total == 1


def test_a_name_is_found_in_every_script_that_the_speaker_has_a_name_in(ask):
    speaker = factories.speaker(name="Yelena Orlova")
    for name in ("Елена Орлова", "叶莲娜·奥尔洛娃", "يلينا أورلوفا"):
        speaker.other_names.create(name=name, kind="transliteration")
    factories.statement("We agree.", speaker=speaker)
    for name in ("orlova", "Орлова", "奥尔洛娃", "أورلوفا", "اورلوفا", "speaker:Орлова"):
        assert ask(words=name).total == 1, name


@pytest.mark.parametrize(
    ("language", "words", "query"),
    [("uk", "Переговори тривають.", "переговори"), ("he", "השיחות נמשכות", "השיחות")],
)
def test_a_language_without_a_stemmer_is_found_by_its_exact_words(ask, language, words, query):
    factories.statement(words, language=language)
    assert ask(words=query).total == 1
