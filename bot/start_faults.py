"""Why the bot cannot start: a sentence for each cause, with its mend and without secrets."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.engine import make_url
from telegram.error import InvalidToken, TelegramError

from bot.settings import Settings
from bot.telegram.receiver import PortUnavailable
from storage.engine import AlreadyRunning
from storage.files import FileStore
from storage.migrate import UnknownRevision

MEDIA_SECONDS = 20.0


class StartFault(Exception):
    """The bot cannot start; the text says why and how to mend it."""


def telegram_fault(error: TelegramError, settings: Settings) -> str:
    """Say why the Bot API server did not let us in."""
    if isinstance(error, InvalidToken):
        return "Telegram does not know the token: ask @BotFather for it and set TELEGRAM_TOKEN"
    token = settings.telegram_token.get_secret_value()
    reason = str(error).replace(token, "…")
    return (
        f"no answer from {settings.telegram_api_url} ({reason}): "
        "check TELEGRAM_API_URL and the network"
    )


def database_fault(error: Exception, settings: Settings) -> str:
    """Say why the database cannot be used."""
    if isinstance(error, UnknownRevision):
        return (
            "the database was written by a newer version of the bot: "
            "start that version, or restore the backup made before it"
        )
    url = make_url(settings.database_url)
    reason = _first_line(getattr(error, "orig", None) or error)
    if url.password:
        reason = reason.replace(str(url.password), "…")
    return (
        f"the database {url.render_as_string()} cannot be opened ({reason}): "
        "check DATABASE_URL and that its server or folder is there"
    )


def media_fault(error: Exception) -> str:
    """Say why photos and PDFs cannot be kept."""
    return (
        f"files cannot be kept ({_first_line(error)}): check MEDIA_URL and its rights; "
        "for s3:// also AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION"
    )


def port_fault(error: PortUnavailable, settings: Settings) -> str:
    """Say why the webhook's port cannot be opened."""
    return f"cannot listen on {settings.listen} ({error}): choose another port in LISTEN"


async def open_files(settings: Settings) -> FileStore:
    """Open the file store once something could be kept in it. Raises StartFault."""
    try:
        files = FileStore(settings.media_url)
        await files.probe(MEDIA_SECONDS)
    except Exception as error:
        raise StartFault(media_fault(error)) from error
    return files


@asynccontextmanager
async def database_faults(settings: Settings) -> AsyncIterator[None]:
    """Raise as StartFault what goes wrong with the database inside."""
    try:
        yield
    except AlreadyRunning:
        raise
    except Exception as error:
        raise StartFault(database_fault(error, settings)) from error


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
