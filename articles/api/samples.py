"""Examples in curl, Python and R for every address, as part of its description."""

from __future__ import annotations

from typing import Any

from articles.addresses import permanent

# What an address needs or is best asked with; `ID` and `SLUG` stand where a record's own goes.
_ASKED = {
    "statements": "?q=sanctions&year=2019",
    "articles": "?q=sanctions&year=2019",
}
_PLACES = {"{public_id}": "ID", "{slug}": "SLUG"}

ONE = """\
```sh
curl '{url}'
```
```python
import requests

record = requests.get("{url}", timeout=60).json()
```
```r
record <- jsonlite::fromJSON("{url}")
```"""
MANY = """\
```sh
curl '{url}'
```
```python
import requests

url = "{url}{joint}cursor=*"
while url:
    page = requests.get(url, timeout=60).json()
    for record in page["results"]:
        print(record["url"])
    url = page["next"]
```
```r
url <- "{url}{joint}cursor=*"
while (!is.null(url)) {{
  page <- jsonlite::fromJSON(url, flatten = TRUE)
  print(page$results$url)
  url <- page$`next`
}}
```"""


def describe(result: dict[str, Any], request: Any, **context: Any) -> dict[str, Any]:
    """drf-spectacular's hook: each operation's summary, and its description with its examples."""
    for path, operations in result["paths"].items():
        get = operations["get"]
        get["summary"] = summary(path)
        get["tags"] = [_noun(path) or "directory"]
        get["description"] = f"{get.get('description', '')}\n\n{sample(path, request)}".strip()
    return result


def summary(path: str) -> str:
    noun = _noun(path)
    if not noun:
        return "What there is"
    if not _is_list(path):
        return f"One of the {noun}"
    return f"Search the {noun}" if noun in _ASKED else f"All {noun}"


def _noun(path: str) -> str:
    return path.removeprefix("/api/v1/").partition("/")[0]


def _is_list(path: str) -> bool:
    return bool(_noun(path)) and path.count("/") == 4


def sample(path: str, request: Any) -> str:
    """Markdown for one path of the description."""
    for place, name in _PLACES.items():
        path = path.replace(place, name)
    asked = _ASKED.get(_noun(path) if _is_list(path) else "", "")
    url = permanent(request, path) if request else path
    form = MANY if _is_list(path) else ONE
    return form.format(url=f"{url}{asked}", joint="&" if asked else "?")
