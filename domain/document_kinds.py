"""Documents that come with a request, by kind: survey for asbestos, PEMD diagnosis, plan, other."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

ASBESTOS, CUT_OFF, PEMD, OTHER = "asbestos", "cut_off", "pemd", "other"


@cache
def paper_words() -> Mapping[str, Sequence[str]]:
    """Return the kinds in the order they are offered, each with the words that tell it."""
    table = tomllib.loads((files("domain") / "data" / "papers.toml").read_text("utf-8"))
    words: Mapping[str, Sequence[str]] = table["words"]
    return words
