"""Updates made by hand: a known person taps a card or follows a link, on the real routing."""

from dataclasses import replace

from handlers.context.update_context import Toast, UpdateContext
from handlers.context.updates import Input, TelegramUser
from handlers.routing import routes
from storage import people
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import services


async def context_of(tx: Transaction, person_id: int) -> UpdateContext:
    """Let a known person in, tapping something in their private chat."""
    person = await people.get(tx, person_id)
    update = Input(1, person_id, who=TelegramUser(person_id), tapped="a:x:0:0", callback_id="1")
    return UpdateContext(tx, services(), update, person, services().words.say(person.language))


async def tap(
    db: Database, person_id: int, action: str, thing: int, version: int = 0, more: str = ""
) -> Toast | None:
    """Tap a card's button in a transaction of its own; return what flashes up."""
    data = f"a:{action}:{thing}:{version}" + (f":{more}" if more else "")
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, person_id)
        ctx.input = replace(ctx.input, tapped=data)
        await routes.route(ctx)
        return ctx.toast


async def follow(db: Database, person_id: int, word: str, code: object) -> None:
    """Follow a deep link in a transaction of its own."""
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, person_id)
        ctx.input = Input(
            1, person_id, who=TelegramUser(person_id), command="start", argument=f"{word}-{code}"
        )
        await routes.route(ctx)
