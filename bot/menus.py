"""The command menus, per language; display, never authority."""

import structlog
from telegram.error import TelegramError

from bot.telegram import Telegram
from handlers.shop import Shop

log = structlog.get_logger()

COMMANDS = ("start", "status", "help", "language", "cancel", "privacy")


async def offer_menus(telegram: Telegram, shop: Shop) -> None:
    """Tell Telegram the commands, for each language of ours and for all others ("").

    A failure is no reason not to start.
    """
    for language in (*shop.words.languages, ""):
        say = shop.words.say(language)
        commands = [
            {"command": name, "description": str(say(f"command-{name}"))} for name in COMMANDS
        ]
        try:
            await telegram.call(
                "setMyCommands",
                commands=commands,
                scope={"type": "all_private_chats"},
                language_code=language,
            )
        except TelegramError as error:
            log.warning("menus_not_set", error=type(error).__name__)
