"""Live chats between client and coordinator through the bot."""

import tomllib
from datetime import timedelta
from functools import cache
from importlib.resources import files


@cache
def longest_silence() -> timedelta:
    """Return how long a relay may be silent before it ends."""
    table = tomllib.loads((files("domain") / "data" / "relay.toml").read_text("utf-8"))
    return timedelta(minutes=table["idle_minutes"])
