"""Visits made by hand: a person taps a card, inside one transaction."""

from handlers.context.callbacks import CardTap
from handlers.context.update_context import Toast, UpdateContext
from handlers.context.updates import Input, Sender
from handlers.routing.callback_routes import CALLBACKS
from storage import people
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import services


async def context_of(tx: Transaction, person_id: int) -> UpdateContext:
    """Let a known person in, tapping something in their private chat."""
    person = await people.get(tx, person_id)
    one = Input(1, person_id, who=Sender(person_id), tapped="a:x:0:0", callback_id="1")
    return UpdateContext(tx, services(), one, person, services().words.say(person.language))


async def tap(
    db: Database, person_id: int, action: str, thing: int, version: int = 0, more: str = ""
) -> Toast | None:
    """Tap a card's button in a transaction of its own; return what flashes up."""
    async with db.begin(NOW) as tx:
        guest = await context_of(tx, person_id)
        await CALLBACKS[action].deed(guest, CardTap(action, thing, version, more))
        return guest.toast
