"""The command menus: who sees what is told to Telegram at the start and as roles change."""

from collections.abc import Sequence
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.clock import Clock, real_now
from bot.telegram import Telegram
from handlers import alerts, menus
from handlers.shop import Shop
from storage import colleagues, people
from storage.engine import Database

log = structlog.get_logger()

Menu = Sequence[menus.Command]


async def offer_menus(db: Database, clock: Clock, telegram: Telegram, shop: Shop) -> None:
    """Tell Telegram every menu; a failure is no reason not to start."""
    async with db.read(clock.now()) as work:
        home = await alerts.coordinator_chat(work, shop)
        staff = {one.id: one for role in menus.ROLES for one in await people.with_role(work, role)}
    await _remind_leads(db, clock)
    try:
        for kind, names in (("default", menus.ANYWHERE), ("all_private_chats", menus.ALONE)):
            for language in (*shop.words.languages, ""):
                menu = menus.commands(shop.words.say(language), names)
                await _set(telegram, menu, {"type": kind}, language)
        for chat_id in staff if home is None else (home, *staff):
            await show_menu(db, clock, telegram, shop, chat_id)
    except TelegramError as error:
        log.warning("menus_not_set", error=type(error).__name__)


async def _remind_leads(db: Database, clock: Clock) -> None:
    """Have the menus of those who lead a company told anew: they are many, nobody waits for it."""
    async with db.begin(clock.now(), real_now=real_now()) as work:
        for person_id in await colleagues.all_leads(work):
            await people.menu_changed(work, person_id)


async def show_menu(
    db: Database, clock: Clock, telegram: Telegram, shop: Shop, chat_id: int
) -> None:
    """Give one chat its own menu, or take it away from a person who has none any more.

    Raises TelegramError where it may work later; a chat that is closed to us needs no menu.
    """
    async with db.read(clock.now()) as work:
        home = await alerts.coordinator_chat(work, shop)
        person = await people.find(work, chat_id)
    scope = {"type": "chat", "chat_id": chat_id}
    menu = menus.group_menu(shop) if chat_id == home else None
    if person is not None and person.blocked_at is None:
        menu = menus.own_menu(shop, person)
    try:
        if menu is not None:
            await _set(telegram, menu, scope)
        elif person is not None and person.blocked_at is None:
            await telegram.call("deleteMyCommands", scope=scope)
    except (BadRequest, Forbidden) as error:
        log.warning("menu_not_set", chat=chat_id, error=str(error))


async def _set(telegram: Telegram, menu: Menu, scope: dict[str, Any], language: str = "") -> None:
    await telegram.call("setMyCommands", commands=menu, scope=scope, language_code=language)
