"""`check`: would `run` start, and would anybody hear it? Each fault is named with its mend."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.clock import real_now
from bot.settings import Settings
from bot.start_faults import StartFault, database_fault, open_files, telegram_fault
from bot.telegram.client import Telegram
from domain.company import EXAMPLE, CompanyFaults, load_company
from storage import crews, fleet
from storage.engine import Database
from storage.migrate import check_schema

StartCheck = Callable[[Settings], Awaitable[str | None]]


async def check_all(settings: Settings) -> list[tuple[str, str | None]]:
    """Name each check with its fault, None where all is well; nothing is sent to anybody."""
    checks: list[tuple[str, StartCheck]] = [
        ("company file", _company),
        ("administrators", _admins),
        ("token", _token),
        ("coordinators' group", _group),
        ("database", _database),
        ("files", _files),
        ("team", _team),
    ]
    return [(name, await check(settings)) for name, check in checks]


async def _company(settings: Settings) -> str | None:
    content = settings.company_file.read_text(encoding="utf-8")
    try:
        company = load_company(content)
    except CompanyFaults as faults:
        return f"mend {settings.company_file}:\n{faults}"
    if company.siret == load_company(EXAMPLE.read_text(encoding="utf-8")).siret:
        return (
            f"{settings.company_file} names the made-up company: "
            "copy it, fill in your own, and set COMPANY_FILE"
        )
    return None


async def _admins(settings: Settings) -> str | None:
    if settings.admin_ids:
        return None
    return "nobody may administer the bot: write /id to it, and set ADMIN_IDS to the number"


async def _token(settings: Settings) -> str | None:
    try:
        async with _telegram(settings):
            return None
    except TelegramError as error:
        return telegram_fault(error, settings)


async def _group(settings: Settings) -> str | None:
    """Look whether the bot is in the coordinators' group and may write there."""
    chat_id = settings.coordinator_chat_id
    if chat_id is None:
        return (
            "requests and alerts reach no group: "
            "add the bot to one, write /id there, and set COORDINATOR_CHAT_ID"
        )
    try:
        async with _telegram(settings) as telegram:
            chat = await telegram.call("getChat", chat_id=chat_id)
            member = await telegram.call("getChatMember", chat_id=chat_id, user_id=telegram.id)
    except (BadRequest, Forbidden):
        return f"the bot is in no group {chat_id}: add it, and check COORDINATOR_CHAT_ID with /id"
    except TelegramError:
        return "Telegram cannot be asked: mend the token or the network first"
    return _group_fault(chat, member)


def _group_fault(chat: Mapping[str, Any], member: Mapping[str, Any]) -> str | None:
    """Say what keeps a bot with this membership from writing in the chat."""
    if chat["type"] not in ("group", "supergroup"):
        return f"this is a {chat['type']} chat: set COORDINATOR_CHAT_ID to a group"
    if member["status"] in ("left", "kicked"):
        return "the bot was removed from the group: add it again"
    may_write = member.get("can_send_messages", True)
    if member["status"] == "member":
        may_write = chat.get("permissions", {}).get("can_send_messages", True)
    if not may_write:
        return "the bot may not write in the group: allow it to send messages"
    return None


def _telegram(settings: Settings) -> Telegram:
    return Telegram(settings.telegram_token.get_secret_value(), settings.telegram_api_url)


async def _database(settings: Settings) -> str | None:
    """Open the database as `run` would; a new one is made at the first start."""
    db = Database(settings.database_url)
    if db.is_new:
        return None
    try:
        await check_schema(db.engine)
    except Exception as error:  # noqa: BLE001 whatever it is, it is what we were asked to name
        return database_fault(error, settings)
    finally:
        await db.close()
    return None


async def _team(settings: Settings) -> str | None:
    """Look whether there is anybody to plan and anything to drive."""
    fault = (
        "nobody can be planned: take people and vehicles in with `python -m bot team FILE`, "
        "or in the chat with /team, which has a template and asks for one at a time"
    )
    db = Database(settings.database_url)
    if db.is_new:
        return fault
    try:
        async with db.read(real_now()) as tx:
            return None if await crews.roster(tx) and await fleet.fleet(tx) else fault
    except Exception:  # noqa: BLE001 the check of the database names what is wrong with it
        return "the database cannot be asked: mend it first"
    finally:
        await db.close()


async def _files(settings: Settings) -> str | None:
    try:
        await open_files(settings)
    except StartFault as fault:
        return str(fault)
    return None
