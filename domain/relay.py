"""Talks between people that the bot carries to and fro."""

import tomllib
from datetime import timedelta
from functools import cache
from importlib.resources import files


@cache
def takeover_idle() -> timedelta:
    """Return how long a talk may be silent before the bot takes it back."""
    table = tomllib.loads((files("domain") / "data" / "talks.toml").read_text("utf-8"))
    return timedelta(minutes=table["takeover"]["idle_minutes"])
