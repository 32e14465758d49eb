"""The command menus: who sees what is told to Telegram at the start and as roles change."""

from collections.abc import Sequence
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.errands.context import ErrandContext
from bot.telegram.client import Telegram
from handlers.context import coordinator_group
from handlers.routing import menus
from storage import colleagues, people
from storage.errands import Errand

log = structlog.get_logger()

Menu = Sequence[menus.MenuEntry]


async def offer_menus(ctx: ErrandContext) -> None:
    """Tell Telegram every menu; a failure is no reason not to start."""
    words = ctx.services.words
    async with ctx.read() as tx:
        group_id = await coordinator_group.coordinator_chat(tx, ctx.services)
        staff = {
            person.id: person for role in menus.ROLES for person in await people.with_role(tx, role)
        }
    await _remind_leads(ctx)
    try:
        for kind, names in (("default", menus.ANYWHERE), ("all_private_chats", menus.ALONE)):
            for language in (*words.languages, ""):
                menu = menus.commands(words.say(language), names)
                await _set(ctx.telegram, menu, {"type": kind}, language)
        for chat_id in staff if group_id is None else (group_id, *staff):
            await _show(ctx, chat_id)
    except TelegramError as error:
        log.warning("menus_not_set", error=type(error).__name__)


async def _remind_leads(ctx: ErrandContext) -> None:
    """Have the menus of those who lead a company told anew: they are many, nobody waits for it."""
    async with ctx.begin() as tx:
        for person_id in await colleagues.all_leads(tx):
            await people.menu_changed(tx, person_id)


async def show_menu(ctx: ErrandContext, errand: Errand) -> None:
    """Give the chat of the errand its own menu. Raises TelegramError where it may work later."""
    await _show(ctx, int(errand.details["chat"]))


async def _show(ctx: ErrandContext, chat_id: int) -> None:
    """Give one chat its own menu, or take it away from a person who has none any more.

    Raises TelegramError where it may work later; a chat that is closed to us needs no menu.
    """
    async with ctx.read() as tx:
        group_id = await coordinator_group.coordinator_chat(tx, ctx.services)
        person = await people.find(tx, chat_id)
    scope = {"type": "chat", "chat_id": chat_id}
    menu = menus.group_menu(ctx.services) if chat_id == group_id else None
    if person is not None and person.blocked_at is None:
        menu = menus.own_menu(ctx.services, person)
    try:
        if menu is not None:
            await _set(ctx.telegram, menu, scope)
        elif person is not None and person.blocked_at is None:
            await ctx.telegram.call("deleteMyCommands", scope=scope)
    except (BadRequest, Forbidden) as error:
        log.warning("menu_not_set", chat=chat_id, error=str(error))


async def _set(telegram: Telegram, menu: Menu, scope: dict[str, Any], language: str = "") -> None:
    await telegram.call("setMyCommands", commands=menu, scope=scope, language_code=language)
