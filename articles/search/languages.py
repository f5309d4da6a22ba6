"""Names of languages for people."""

from django.conf.locale import LANG_INFO

_NAMES = {tag: info["name"] for tag, info in LANG_INFO.items() if "name" in info}
_NAMES["zh"] = "Chinese"  # Django knows it by its scripts alone
_TAGS = {name.lower(): tag for tag, name in _NAMES.items()}


def language_name(tag: str) -> str:
    """English for `en`; the tag itself where Django knows no name."""
    for known in (tag.lower(), tag.split("-")[0].lower()):
        if known in _NAMES:
            return _NAMES[known]
    return tag


def language_tag(name: str) -> str:
    """`en` for English; what is no name is taken for a tag."""
    return _TAGS.get(name.lower(), name)
