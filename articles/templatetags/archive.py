"""What the templates need beyond Django's own."""

from django import template

from articles import web

register = template.Library()


@register.filter
def web_address(url: str) -> str:
    """The address when it is one of the web, else nothing."""
    return web.web_address(url or "")


@register.filter
def grouped(number: int) -> str:
    """12,345: with commas between the thousands."""
    return f"{number:,}"


@register.filter
def brings_its_marks(words: str) -> bool:
    """Whether a quotation begins with a quotation mark of its own, so that none is drawn."""
    return words.lstrip()[:1] in ("“", '"', "«", "„", "‘", "'", "「", "『")
