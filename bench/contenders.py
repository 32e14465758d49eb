"""Who is measured: our bot on both databases, and python-telegram-bot's own way beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.plan import GROUP, TOKEN


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot to be measured: its module, arguments and settings."""

    name: str
    module: str
    words: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    ours: bool = False
    slow: bool = False  # people wait so long that it needs a longer warm-up


BASELINE = Contender("PTB (baseline)", "bench.baseline", ("--at-once", "1"))
PTB_AT_ONCE = Contender("PTB, 256 at once", "bench.baseline")
PTB_AIOHTTP = Contender("PTB, aiohttp", "bench.baseline", ("--at-once", "1", "--line", "aiohttp"))
PTB_AIOHTTP_AT_ONCE = Contender(
    "PTB, aiohttp, 256 at once", "bench.baseline", ("--line", "aiohttp")
)


def ours(name: str, *, database_url: str | None = None, limits: str = "off") -> Contender:
    """Name our bot with these settings; without a database it takes a new SQLite file."""
    settings = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_MODE": "polling",
        "COORDINATOR_CHAT_ID": str(GROUP),
        "ADMIN_IDS": "",
        "SEND_LIMITS": limits,
        "LOG_FORMAT": "text",
    }
    if database_url is not None:
        settings["DATABASE_URL"] = database_url
    return Contender(name, "bench.ours", (), settings, ours=True, slow=limits != "off")
