"""Names of languages for people."""

from django.conf.locale import LANG_INFO

_TAGS = {info["name"].lower(): tag for tag, info in LANG_INFO.items() if "name" in info}


def language_name(tag: str) -> str:
    """English for `en`; the tag itself where Django knows no name."""
    for known in (tag.lower(), tag.split("-")[0].lower()):
        if known in LANG_INFO and "name" in LANG_INFO[known]:
            return LANG_INFO[known]["name"]
    return tag


def language_tag(name: str) -> str:
    """`en` for English; what is no name is taken for a tag."""
    return _TAGS.get(name.lower(), name)
