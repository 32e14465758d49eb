"""`check`: is everything in place? Each fault is named with how to mend it."""

from collections.abc import Awaitable, Callable

from telegram.error import InvalidToken, TelegramError

from bot.settings import Settings
from bot.telegram.client import Telegram
from domain.company import CompanyFaults, load_company
from storage.engine import Database
from storage.files import FileStore
from storage.migrate import is_newest

PROBE = b"r4-bot check"

StartCheck = Callable[[Settings], Awaitable[str | None]]


async def check_all(settings: Settings) -> list[tuple[str, str | None]]:
    """Name each check with its fault, None where all is well."""
    checks: list[tuple[str, StartCheck]] = [
        ("company file", _company),
        ("token", _token),
        ("database", _database),
        ("migrations", _migrations),
        ("media", _media),
    ]
    return [(name, await check(settings)) for name, check in checks]


async def _company(settings: Settings) -> str | None:
    try:
        load_company(settings.company_file.read_text(encoding="utf-8"))
    except CompanyFaults as faults:
        return f"mend {settings.company_file}:\n{faults}"
    return None


async def _token(settings: Settings) -> str | None:
    telegram = Telegram(settings.telegram_token.get_secret_value(), settings.telegram_api_url)
    try:
        await telegram.initialize()
    except InvalidToken:
        return "Telegram does not know the token: ask @BotFather for it and set TELEGRAM_TOKEN"
    except TelegramError as error:
        address = settings.telegram_api_url
        return f"no answer from {address} ({error}): check TELEGRAM_API_URL and the network"
    finally:
        await telegram.shutdown()
    return None


async def _database(settings: Settings) -> str | None:
    db = Database(settings.database_url)
    try:
        async with db.engine.connect():
            return None
    except Exception as error:  # noqa: BLE001 whatever it is, it is what we were asked to name
        return (
            f"cannot be opened ({error}): check DATABASE_URL and that its server or folder is there"
        )
    finally:
        await db.close()


async def _migrations(settings: Settings) -> str | None:
    db = Database(settings.database_url)
    try:
        if await is_newest(db.engine):
            return None
    except Exception as error:  # noqa: BLE001 whatever it is, it is what we were asked to name
        return f"cannot be read ({type(error).__name__}): mend the database first"
    finally:
        await db.close()
    return "not at the newest: run `python -m bot migrate` (or start the bot, which does it)"


async def _media(settings: Settings) -> str | None:
    try:
        files = FileStore(settings.media_url)
        await files.content(await files.keep(PROBE))
    except Exception as error:  # noqa: BLE001 whatever it is, it is what we were asked to name
        return f"cannot be written ({error}): check MEDIA_URL and its rights"
    return None
