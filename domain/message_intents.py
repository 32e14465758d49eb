"""What a client's words ask for besides being read: an order, a change, a cancellation."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from domain.search import fold


class MessageIntent(StrEnum):
    """What can be offered as a button below a client's own words."""

    ORDER = "order"
    CHANGE = "change"
    CANCEL = "cancel"


def message_intents(text: str) -> frozenset[MessageIntent]:
    """Tell what words point to; phrases are whole words of `domain/data/message_intents.toml`."""
    folded = fold(text)
    return frozenset(intent for intent, phrases in _phrases().items() if phrases.search(folded))


@cache
def _phrases() -> Mapping[MessageIntent, re.Pattern[str]]:
    text = files("domain").joinpath("data/message_intents.toml").read_text("utf-8")
    return {
        MessageIntent(intent): re.compile(
            r"\b(?:" + "|".join(re.escape(fold(phrase)) for phrase in phrases) + r")\b"
        )
        for intent, phrases in tomllib.loads(text)["phrases"].items()
    }
