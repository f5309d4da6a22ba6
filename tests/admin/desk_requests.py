"""Every request that the desk answers, and who may make it; `test_permissions` tries them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import publishing
from articles.admin.versions import stamp
from articles.models import Article, Statement

ADMINISTRATORS = {"administrator"}
REVIEWERS = ADMINISTRATORS | {"reviewer"}
EDITORS = REVIEWERS | {"editor"}
ONLOOKERS = EDITORS | {"onlooker"}  # whom a site has given the right to look, and no other
STAFF = ONLOOKERS | {"staff"}  # an account without a role
NO_STAFF = {"reader", "nobody"}  # an account of no staff; nobody signed in

BODY = "“Nobody puts it out,” Tove Berg said. “The fog will lift,” Ole Lund said."
NOUNS = (
    *("article", "statement", "speaker", "office", "tenure"),
    *("polity", "topic", "source", "occasion"),
)
MERGEABLE = ("speaker", "topic", "source")
TABLES = ("speaker", "office", "topic")

Data = Callable[[Any], dict[str, Any]]


@dataclass(frozen=True)
class Request:
    """`path` and `data` are told the records; without `data` the page is asked for.

    `anew`: the data are of use once.
    """

    name: str
    path: Callable[[Any], str]
    who: set[str]
    data: Data | None = None
    anew: bool = False


def at(page: str, noun: str, app: str = "articles") -> Callable[[Any], str]:
    """The address of a page of a noun, or of the record of that name."""
    name = f"admin:{app}_{noun}_{page}"
    if page in ("change", "delete", "history", "review", "preview"):
        return lambda made: reverse(name, args=[getattr(made, noun).pk])
    return lambda made: reverse(name)


def page_of(record: str) -> Callable[[Any], str]:
    return lambda made: made.root.page(getattr(made, record))


def given(**data: Any) -> Data:
    return lambda made: data


def action(name: str, *records: str, **data: Any) -> Data:
    return lambda made: {
        "action": name,
        "_selected_action": [getattr(made, record).pk for record in records],
        **data,
    }


# --- of every noun -------------------------------------------------------------------------------

ADDED: dict[str, Data] = {
    "article": lambda made: {"source": made.source.pk, "title": "New", "body": "New."},
    "statement": lambda made: {"article": made.report.pk, "words": "fog"},
    "office": given(title="New"),
    "tenure": lambda made: {"speaker": made.speaker.pk, "office": made.office.pk},
}
CHANGED = {
    "article": {"title": "Changed"},
    "statement": {"cue": "changed"},
    "office": {"title": "Changed"},
    "tenure": {"ends": "2012"},
}


def added(noun: str) -> Data:
    values = ADDED.get(noun, given(name="New"))
    return lambda made: made.root.form(at("add", noun)(made), **values(made))


def changed(noun: str, record: str = "", **more: Any) -> Data:
    values = CHANGED.get(noun, {"name": "Changed"})
    return lambda made: made.root.form(page_of(record or noun)(made), **values) | more


def put_back(noun: str) -> Data:
    """After another's edit. One transaction has one moment: the entry is moved to before it."""

    def data(made: Any) -> dict[str, Any]:
        record = getattr(made, noun)
        made.root.post(page_of(noun)(made), changed(noun)(made))
        if hasattr(record, "created_at"):
            type(record).objects.filter(pk=record.pk).update(created_at="2001-01-01T00:00Z")
        else:
            record.events.filter(pgh_label="insert").update(pgh_created_at="2001-01-01T00:00Z")
        shown = made.root.get(at("history", noun)(made)).context["changes"]
        return {"change": shown[0].key}

    return data


def of_a_noun(noun: str) -> Iterator[Request]:
    yield Request("list", at("changelist", noun), ONLOOKERS)
    yield Request("page", at("change", noun), ONLOOKERS)
    yield Request("history", at("history", noun), ONLOOKERS)
    yield Request("form to add", at("add", noun), EDITORS)
    yield Request("question before deleting", at("delete", noun), EDITORS)
    yield Request("add", at("add", noun), EDITORS, added(noun))
    yield Request("change", at("change", noun), EDITORS, changed(noun))
    yield Request("put back", at("history", noun), EDITORS, put_back(noun))
    yield Request("delete", at("delete", noun), EDITORS, given(post="yes"))
    deletion = action("delete_selected", noun, post="yes")
    yield Request("delete chosen", at("changelist", noun), EDITORS, deletion)
    if noun in MERGEABLE:
        yield from of_mergers(noun)
    if noun in TABLES:
        yield from of_tables(noun)


def of_mergers(noun: str) -> Iterator[Request]:
    def merge(made: Any) -> dict[str, Any]:
        chosen = action("merge", noun, f"{noun}_kept", reason="One.")(made)
        return chosen | {"kept": getattr(made, noun).pk}

    def undo(made: Any) -> str:
        name = f"admin:articles_{noun}_undo_merger"
        return reverse(name, args=[getattr(made, f"{noun}_merger").pk])

    yield Request("duplicates", at("duplicates", noun), ONLOOKERS)
    yield Request("merge", at("changelist", noun), ADMINISTRATORS, merge)
    yield Request("undo a merger", undo, ADMINISTRATORS, given(undo="1"))


def of_tables(noun: str) -> Iterator[Request]:
    column = {"office": "title"}.get(noun, "name")

    def table() -> dict[str, Any]:
        file = SimpleUploadedFile("table.csv", f"slug,{column}\n,Imported\n".encode())
        return {"format": "0", "import_file": file}

    def tried(made: Any) -> dict[str, Any]:
        """The confirmation of an import that somebody else has tried."""
        answer = made.root.post(at("import", noun)(made), table())
        values = answer.context["confirm_form"].initial
        return {name: value for name, value in values.items() if value is not None}

    yield Request("form to import", at("import", noun), EDITORS)
    yield Request("import", at("process_import", noun), EDITORS, tried, anew=True)
    yield Request("form to export", at("export", noun), ONLOOKERS)


# --- of articles and statements ------------------------------------------------------------------

ARTICLES, STATEMENTS = at("changelist", "article"), at("changelist", "statement")
WHY = {"reason": "Because."}
PASTED = {
    **{"text": BODY, "source": "NorNews", "new_source": "on", "title": "Fog", "body": BODY},
    **{"language": "en", "_save": "1"},
}


def of_articles() -> Iterator[Request]:
    yield Request("queue", at("queue", "article"), ONLOOKERS)
    yield Request("review", at("review", "article"), ONLOOKERS)
    yield Request("preview", at("preview", "article"), ONLOOKERS)
    yield Request("form to paste", at("paste", "article"), EDITORS)
    yield Request("paste", at("paste", "article"), EDITORS, given(**PASTED))
    yield Request("publish", ARTICLES, REVIEWERS, action("publish", "report"))
    yield Request("restore", ARTICLES, REVIEWERS, action("publish", "withdrawn"))
    yield Request("return to draft", ARTICLES, REVIEWERS, action("return_to_draft", "published"))
    yield Request("withdraw", ARTICLES, REVIEWERS, action("withdraw", "published", **WHY))
    by_form = changed("article", _publish="1")
    yield Request("save and publish", at("change", "article"), REVIEWERS, by_form)
    by_form = changed("article", "published", _draft="1")
    yield Request("save and return to draft", page_of("published"), REVIEWERS, by_form)


def of_statements() -> Iterator[Request]:
    yield Request("confirm", STATEMENTS, REVIEWERS, action("confirm", "said"))
    yield Request("reject", STATEMENTS, REVIEWERS, action("reject", "said"))
    yield Request("propose", STATEMENTS, REVIEWERS, action("propose", "confirmed"))
    yield Request("withdraw", STATEMENTS, REVIEWERS, action("withdraw", "confirmed", **WHY))
    many = action("set_for_many", "said", _set="1", speaker="Kept")
    yield Request("set for many", STATEMENTS, EDITORS, many)
    edited = changed("statement", "confirmed")
    yield Request("change a confirmed one", page_of("confirmed"), EDITORS, edited)

    def decision(made: Any) -> dict[str, Any]:
        """The form as it stands, so that nothing but the decision could be changed."""
        return made.root.form(page_of("said")(made), decision="confirmed")

    yield Request("confirm by its form", page_of("said"), REVIEWERS, decision)


# --- the buttons of the review -------------------------------------------------------------------

SELECTED = {"from": "0", "to": "8"}
# Deed: the statement that it is done to, who may, what is sent with it.
OF_DEEDS: dict[str, tuple[str, set[str], dict[str, str]]] = {
    "accept": ("said", REVIEWERS, {}),
    "reject": ("said", REVIEWERS, {}),
    "undo": ("said", EDITORS, {}),
    "start:1": ("said", EDITORS, {}),
    "end:-1": ("said", EDITORS, {}),
    "words-here": ("said", EDITORS, SELECTED),
    "start-here": ("said", EDITORS, SELECTED),
    "end-here": ("said", EDITORS, {"from": "0", "to": "30"}),
    "speaker": ("named", EDITORS, {}),
    "create": ("named", EDITORS, {}),
    "remove": ("mine", EDITORS, {}),
    "correct": ("said", EDITORS, {"cue": "shouted"}),
    "correct:accept": ("said", REVIEWERS, {"cue": "shouted"}),
    "accept-above": ("said", REVIEWERS, {"share": "90"}),
    "look-again": ("said", EDITORS, {}),
    "new": ("said", EDITORS, SELECTED),
    "here": ("said", ONLOOKERS, {}),
}


def deed(name: str) -> Data:
    which, _, sent_with_it = OF_DEEDS[name]

    def data(made: Any) -> dict[str, Any]:
        key = getattr(made, which).pk
        if name == "undo":
            Statement.objects.filter(pk=key).update(cue="told")
        if name == "look-again":
            longer = f"{BODY} “All is well,” Tove Berg said."
            Article.objects.filter(pk=made.report.pk).update(body=longer)
        said = Statement.objects.get(pk=key)
        sent = {"deed": name, "statement": key, "version": stamp(said)}
        if name == "speaker":
            sent["deed"] = f"speaker:{made.speaker_kept.pk}"
        if name.startswith("correct"):
            sent |= {"words": said.text, "kind": said.kind, "speaker": "Tove Berg"}
        return sent | sent_with_it

    return data


def of_the_review() -> Iterator[Request]:
    page = at("review", "article")

    def address(made: Any) -> str:
        return page(made).replace(f"/{made.article.pk}/", f"/{made.report.pk}/")

    def decided(made: Any) -> dict[str, Any]:
        publishing.confirm(Statement.objects.get(pk=made.said.pk))
        said = Statement.objects.get(pk=made.said.pk)
        return {"deed": "undo", "statement": said.pk, "version": stamp(said)}

    for name, (_, who, _) in OF_DEEDS.items():
        yield Request(name, address, who, deed(name))
    yield Request("undo a decision", address, REVIEWERS, decided)


# --- accounts, and what every account may --------------------------------------------------------


def of_accounts() -> Iterator[Request]:
    new = {"user": {"username": "new", "usable_password": "false"}, "group": {"name": "New"}}
    for noun, values in new.items():
        for page in ("changelist", "add", "change", "history", "delete"):
            yield Request(f"{noun}: {page}", at(page, noun, "auth"), ADMINISTRATORS)
        add, delete = at("add", noun, "auth"), at("delete", noun, "auth")
        yield Request(f"{noun}: added", add, ADMINISTRATORS, given(**values))
        yield Request(f"{noun}: deleted", delete, ADMINISTRATORS, given(post="yes"))

    def password(made: Any) -> str:
        return reverse("admin:auth_user_password_change", args=[made.user.pk])

    def suggestions(made: Any) -> str:
        field = "app_label=articles&model_name=statement&field_name=speaker"
        return f"{reverse('admin:autocomplete')}?{field}"

    yield Request("user: password", password, ADMINISTRATORS)
    yield Request("suggestions", suggestions, ONLOOKERS)
    yield Request("list of nouns", lambda made: "/admin/articles/", ONLOOKERS)
    yield Request("index", lambda made: reverse("admin:index"), STAFF)
    yield Request("own password", lambda made: reverse("admin:password_change"), STAFF)
    yield Request("done", lambda made: reverse("admin:password_change_done"), STAFF)
    yield Request("words of scripts", lambda made: reverse("admin:jsi18n"), STAFF)
    yield Request("login", lambda made: reverse("admin:login"), NO_STAFF)


REQUESTS: dict[str, list[Request]] = {
    **{noun: list(of_a_noun(noun)) for noun in NOUNS},
    "articles": list(of_articles()),
    "statements": list(of_statements()),
    "review": list(of_the_review()),
    "accounts": list(of_accounts()),
}
