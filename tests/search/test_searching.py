"""What a search finds, in which order, with which counts."""

import pytest
from django.db import connection

from tests import factories


@pytest.fixture
def spoken():
    """Statements by their words, each in an article of its own."""

    def spoken(*words, **fields):
        return [factories.statement(one, **fields) for one in words]

    return spoken


# --- words ---------------------------------------------------------------------------------------


def test_words_are_found_in_any_form_and_all_of_them_are_wanted(spoken, texts):
    spoken("Sanctions were lifted.", "They will sanction nobody.", "No embargo.")
    assert set(texts("sanction")) == {"Sanctions were lifted.", "They will sanction nobody."}
    assert texts("sanctions lifting") == ["Sanctions were lifted."]


def test_parts_of_one_word_stand_side_by_side(spoken, texts):
    spoken("a trade union", "two trade unions", "union of trades", "in depth", "the depth")
    assert set(texts("trade-union")) == {"a trade union", "two trade unions"}
    assert texts("in-depth") == ["in depth"]


def test_words_that_only_join_others_are_found_too(spoken, texts):
    spoken("on the whole", "for and against", "nothing")
    assert texts("the") == ["on the whole"]
    assert set(texts("and OR on")) == {"on the whole", "for and against"}
    assert set(texts("-the")) == {"for and against", "nothing"}


def test_alternatives_refusals_and_groups(spoken, texts):
    spoken("sanctions and talks", "embargo and talks", "sanctions and war", "nothing else")
    assert set(texts("(sanctions OR embargo) talks")) == {
        "sanctions and talks",
        "embargo and talks",
    }
    assert texts("sanctions -talks") == ["sanctions and war"]
    assert set(texts("-sanctions")) == {"embargo and talks", "nothing else"}
    assert set(texts("-(talks OR war)")) == {"nothing else"}


def test_a_refused_word_may_stand_in_the_headline(texts):
    article = factories.article(body="Peace is near.", title="Nuclear talks")
    factories.statement("Peace is near.", article=article)
    assert texts("peace -nuclear") == ["Peace is near."]


def test_the_headline_is_part_of_an_articles_words(ask):
    factories.article(title="Nuclear talks", body="Peace is near.")
    found = {
        query: ask(kind="articles", words=query).total
        for query in ("peace -nuclear", '"nuclear talks"', '"talks peace"', "nuclear peace")
    }
    assert found == {
        "peace -nuclear": 0,
        '"nuclear talks"': 1,
        '"talks peace"': 0,
        "nuclear peace": 1,
    }


def test_a_phrase_is_found_as_written(spoken, texts):
    spoken("mutual respect", "respect that is mutual", "mutually respected")
    assert texts('"mutual respect"') == ["mutual respect"]
    assert texts('"Mutual"') == ["mutual respect", "respect that is mutual"]


def test_a_prefix_finds_words_that_begin_so(spoken, texts):
    spoken("denuclearisation", "nuclear arms", "nucleus")
    assert set(texts("nucle*")) == {"nuclear arms", "nucleus"}


def test_a_passage_is_not_taken_for_a_phrase_across_two_names(texts):
    speaker = factories.speaker(name="Anna Berg")
    speaker.other_names.create(name="Clara Dahl")
    factories.statement("Peace.", speaker=speaker)
    assert texts('"Anna Berg"') == ["Peace."]
    assert texts("Dahl") == ["Peace."]


def test_the_speakers_other_names_and_the_headline_are_searched_with_less_weight(texts):
    speaker = factories.speaker(name="Sergey Lavrov")
    speaker.other_names.create(name="Сергей Лавров", kind="transliteration")
    factories.statement("We agreed.", speaker=speaker)
    factories.statement("Lavrov agreed with us.")
    assert texts("Лавров") == ["We agreed."]
    assert texts("lavrov") == ["Lavrov agreed with us.", "We agreed."]


@pytest.mark.parametrize(
    ("language", "words", "query"),
    [
        ("en", "They negotiated for years.", "negotiating"),
        ("ru", "Он говорил о переговорах с министрами.", "переговоры министр"),
        ("fr", "Les négociations ont échoué.", "negociation"),
        ("de", "Die Verhandlungen wurden geführt.", "Verhandlung"),
        ("es", "Las sanciones económicas continúan.", "sanción"),
        ("ar", "المفاوضات مستمرة", "المفاوضات"),
        ("zh", "我们希望和平发展", "和平"),
        ("ja", "平和を守ります", "平和"),
        ("ko", "평화를 원합니다", "평화"),
        ("uk", "Переговори тривають.", "переговори"),
        ("hi", "शांति वार्ता जारी है", "शांति"),
        ("el", "Οι διαπραγματεύσεις συνεχίζονται.", "διαπραγματεύσεις"),
    ],
)
def test_words_of_many_languages_are_found(spoken, texts, language, words, query):
    spoken(words, language=language)
    assert texts(query) == [words]


def test_nothing_typed_finds_everything_and_one_that_is_absent_finds_nothing(spoken, ask):
    spoken("One.", "Two.")
    assert ask().total == 2
    assert ask(words="absent").total == 0


# --- narrowing -----------------------------------------------------------------------------------


def counts(results, name):
    found = next(one for one in results.facets if one.facet.name == name)
    return {one.value.value: one.count for one in found.counts if one.count}


def test_counts_are_exact_and_a_facets_own_choice_does_not_narrow_it(ask):
    anna, boris = factories.speaker(name="Anna"), factories.speaker(name="Boris")
    iran, trade = factories.topic(name="Iran"), factories.topic(name="Trade")
    factories.statement("peace one", speaker=anna, topics=[iran])
    factories.statement("peace two", speaker=anna, topics=[trade])
    factories.statement("peace three", speaker=boris, topics=[iran, trade])
    factories.statement("peace four")
    results = ask("speaker=anna")
    assert results.total == 2
    assert counts(results, "speaker") == {"anna": 2, "boris": 1, "none": 1}
    assert counts(results, "topic") == {"iran": 1, "trade": 1}
    assert ask("speaker=anna&speaker=boris").total == 3
    assert ask("speaker=none").total == 1
    assert ask("topic=iran&topic=trade").total == 3
    assert {one.text for one in ask("speaker!=anna").records} == {"peace three", "peace four"}
    assert ask("speaker!=none").total == 3


def test_a_topic_counts_what_stands_under_it(ask):
    wide = factories.topic(name="Arms control")
    narrow = factories.topic(name="New START", parent=wide)
    factories.statement("One.", topics=[narrow])
    factories.statement("Two.", topics=[wide])
    assert ask("topic=arms-control").total == 2
    assert counts(ask(), "topic") == {"arms-control": 2, "new-start": 1}


def test_the_polity_is_the_one_stated_or_the_one_that_the_office_serves(ask):
    russia = factories.polity(name="Russia", code="RUS")
    factories.statement("One.", polity=russia)
    factories.statement("Two.", tenure=factories.tenure(office=factories.office(polity=russia)))
    assert ask("polity=russia").total == 2


def test_a_range_of_dates_holds_the_whole_period_of_a_date(ask):
    for said in ("2019-05-14", "2019-05", "2019", "2020-01-01"):
        factories.statement(f"said {said}", said=said)
    factories.statement("undated", article=factories.article(body="undated", published=""))
    found = lambda address: {one.text for one in ask(address).records}  # noqa: E731
    assert found("from=2019-05&to=2019-05") == {"said 2019-05-14", "said 2019-05"}
    assert found("from=2019&to=2019") == {"said 2019-05-14", "said 2019-05", "said 2019"}
    assert found("from=2020") == {"said 2020-01-01"}
    assert found("to=2019-05-14") == {"said 2019-05-14"}
    assert found("year=none") == {"undated"}


def test_the_timeline_shows_years_then_the_months_of_one(ask):
    for said in ("2018-03-01", "2020-05-01", "2020-05-02", "2020"):
        factories.statement(f"said {said}", said=said)
    years = ask().timeline
    assert [(bar.value.value, bar.count) for bar in years.bars] == [
        ("2018", 1),
        ("2019", 0),
        ("2020", 3),
    ]
    months = ask("year=2020").timeline
    assert [bar.value.value for bar in months.bars if bar.count == 2] == ["2020-05"]
    assert len(months.bars) == 12
    assert months.elsewhere.count == 1
    assert ask("from=2020-05&to=2020-05").timeline.year == 2020


# --- order ---------------------------------------------------------------------------------------


def test_order_by_date_puts_the_undated_last_either_way_and_ties_stay(ask):
    days = ["2019-05-14", "2001-01-01", "1861-12-25", "2019-05-14"]
    made = [factories.statement(f"said {place}", said=day) for place, day in enumerate(days)]
    factories.statement("undated", article=factories.article(body="undated", published=""))
    ids = [one.pk for one in made]
    newest = [one.pk for one in ask("sort=-date").records]
    oldest = [one.pk for one in ask("sort=date").records]
    assert newest[:4] == [ids[0], ids[3], ids[1], ids[2]]
    assert oldest[:4] == [ids[2], ids[1], ids[0], ids[3]]
    assert newest[4] == oldest[4] not in ids


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sort", ["relevance", "-date", "date"])
def test_every_record_stands_on_exactly_one_page(ask, sort):
    for number in range(45):
        factories.statement(f"peace {number}")
    pages = [ask(f"sort={sort}", words="peace", start=start, size=20) for start in (0, 20, 40)]
    ids = [one.pk for page in pages for one in page.records]
    assert len(ids) == len(set(ids)) == 45
    assert all(page.total == 45 for page in pages)


# --- articles ------------------------------------------------------------------------------------


def test_articles_are_found_by_their_words_and_by_who_speaks_in_them(ask):
    anna = factories.speaker(name="Anna")
    article = factories.article(title="Talks", summary="A summary.", body="She spoke. Peace.")
    factories.statement("Peace.", article=article, speaker=anna)
    factories.article(body="Somebody else spoke.")
    assert ask(words="peace", kind="articles").total == 1
    assert ask(words="summary talks", kind="articles").total == 1
    results = ask("speaker=anna", kind="articles")
    assert [one.pk for one in results.records] == [article.pk]
    assert counts(ask(kind="articles"), "speaker") == {"anna": 1, "none": 1}


@pytest.mark.django_db(transaction=True)
def test_a_search_costs_the_same_queries_whatever_it_finds(ask, django_assert_max_num_queries):
    for number in range(30):
        factories.statement(
            f"peace {number}", speaker=factories.speaker(), topics=[factories.topic()]
        )
    ask(words="peace")  # catches up
    with django_assert_max_num_queries(8):
        assert len(ask(words="peace").records) == 20


def test_between_two_passages_of_a_statement_an_ellipsis_is_shown(ask):
    article = factories.article(body="“We will talk,” he said, “and we will listen.”")
    factories.statement(["We will talk,", "and we will listen."], article=article)
    (found,) = ask(words="talk").records
    assert found.excerpt == "We will <mark>talk</mark>, […] and we will listen."


def test_the_records_of_a_page_are_planned_once_for_a_connection(spoken, ask):
    spoken("one", "two")
    usual = connection.connection.cursor_factory
    for _ in range(4):
        assert ask().total == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT generic_plans + custom_plans FROM pg_prepared_statements")
        assert max(count for (count,) in cursor) >= 2
    assert connection.connection.cursor_factory is usual
