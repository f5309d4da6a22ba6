"""Two browsers at one record: who saves second is told, and nothing is lost."""

from __future__ import annotations

from playwright.sync_api import expect

from tests import accounts, factories

from .reviewing import article_of, card


def test_two_editors_who_save_one_article_are_told(open_page, sign_in):
    article = factories.article(title="Fog", status="draft")
    ada, tove = open_page(), open_page()
    sign_in(ada, accounts.editor(username="ada"))
    sign_in(tove, accounts.editor(username="tove"))
    address = f"/admin/articles/article/{article.pk}/change/"
    for page in (ada, tove):
        page.goto(address)
    for page, title in ((ada, "Thick fog"), (tove, "Thin fog")):
        page.get_by_label("Headline").fill(title)
        page.get_by_role("button", name="Save and continue editing").click()
    told = tove.locator(".errorlist").first
    expect(told).to_contain_text("ada changed this record meanwhile")
    expect(told).to_contain_text("stored “Thick fog”, in your form “Thin fog”")
    expect(tove.get_by_label("Headline")).to_have_value("Thin fog")
    tove.get_by_role("button", name="Save and continue editing").click()
    expect(tove.locator(".messagelist")).to_contain_text("was changed successfully")


def test_two_editors_of_a_speaker_s_names_lose_none(open_page, sign_in):
    speaker = factories.speaker(name="Ole Lund")
    speaker.other_names.create(name="O. Lund")
    ada, tove = open_page(), open_page()
    sign_in(ada, accounts.editor(username="ada"))
    sign_in(tove, accounts.editor(username="tove"))
    for page in (ada, tove):
        page.goto(f"/admin/articles/speaker/{speaker.pk}/change/")
    for page, name in ((ada, "Olaf"), (tove, "Olav")):
        page.get_by_text("Add another Other name").click()
        page.locator("#id_other_names-1-name").fill(name)
        page.get_by_role("button", name="Save and continue editing").click()
    expect(tove.locator(".errorlist").first).to_contain_text("ada changed this record meanwhile")
    names = [tove.locator(f"#id_other_names-{number}-name") for number in range(3)]
    for field, name in zip(names, ("O. Lund", "Olaf", "Olav"), strict=True):
        expect(field).to_have_value(name)
    tove.get_by_role("button", name="Save and continue editing").click()
    expect(tove.locator(".messagelist")).to_contain_text("was changed successfully")
    found = set(speaker.other_names.values_list("name", flat=True))
    assert found == {"O. Lund", "Olaf", "Olav"}


def test_two_browsers_at_one_article(open_page, sign_in):
    article = article_of(2)
    ada, tove = open_page(), open_page()
    sign_in(ada, accounts.reviewer(username="ada"))
    sign_in(tove, accounts.reviewer(username="tove"))
    address = f"/admin/articles/article/{article.pk}/review/"
    with ada.expect_response(lambda answer: answer.request.method == "POST"):
        ada.goto(address)
    tove.goto(address)
    expect(tove.locator(".review-about")).to_contain_text("At work on it, too: ada")
    for page, cue in ((ada, "whispered"), (tove, "shouted")):
        card(page, 1).get_by_text("Correct", exact=True).click()
        card(page, 1).get_by_label("Cue as printed").fill(cue)
        card(page, 1).get_by_role("button", name="Save", exact=True).click()
    expect(tove.locator(".versions")).to_contain_text("whispered")
    expect(tove.locator(".versions")).to_contain_text("shouted")
    expect(card(tove, 1).get_by_label("Cue as printed")).to_have_value("shouted")
    assert article.statements.get(position=0).cue == "whispered"
    # What ada does with a page that is old is not done, and she is told who was quicker.
    card(tove, 1).get_by_role("button", name="Save", exact=True).click()
    card(ada, 1).get_by_role("button", name="Accept", exact=True).click()
    expect(ada.locator(".messagelist")).to_contain_text("tove changed it")
    assert article.statements.get(position=0).status == "proposed"
