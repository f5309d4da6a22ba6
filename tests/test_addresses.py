"""The canonical address of a search, and those beside it."""

import pytest
from django.http import QueryDict

from articles.addresses import SearchAddress


def address(query: str) -> SearchAddress:
    return SearchAddress.asked("/statements/", QueryDict(query))


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("", "/statements/"),
        ("q=&from=&sort=", "/statements/"),
        ("page=1&q=peace", "/statements/?q=peace"),
        ("to=2019&topic=iran&q=peace", "/statements/?q=peace&topic=iran&to=2019"),
        ("topic=iran&topic=g20&topic=iran", "/statements/?topic=g20&topic=iran"),
        ("q=peace&utm_source=x&fbclid=1&gclid=2", "/statements/?q=peace"),
        ("speaker!=none", "/statements/?speaker!=none"),
        ("bogus=1&q=peace", "/statements/?q=peace&bogus=1"),
    ],
)
def test_an_address_has_one_canonical_form(asked, canonical):
    assert str(address(asked)) == canonical
    assert address(canonical.partition("?")[2]).is_canonical
    assert address(asked).is_canonical == (asked == canonical.partition("?")[2])


def test_a_value_is_added_beside_others_and_taken_away_again():
    both = address("topic=iran&page=3").toggled("topic", "g20")
    assert str(both) == "/statements/?topic=g20&topic=iran"
    assert str(both.toggled("topic", "iran")) == "/statements/?topic=g20"


def test_a_step_leads_to_the_first_page_unless_it_is_one_to_a_page():
    assert (
        str(address("q=a&page=3").with_values({"sort": ["date"]})) == "/statements/?q=a&sort=date"
    )
    assert str(address("q=a&page=3").at_page(4)) == "/statements/?q=a&page=4"
    assert str(address("q=a&page=3").at_page(1)) == "/statements/?q=a"


def test_other_peoples_text_is_encoded():
    assert str(address("q=%22%3E%3Cscript%3E%26x=1")) == (
        "/statements/?q=%22%3E%3Cscript%3E%26x%3D1"
    )
