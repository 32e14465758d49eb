"""Visits made by hand: a person taps a card, inside one transaction."""

from handlers.actions import Tap
from handlers.buttons import ACTIONS
from handlers.updates import Input, Who
from handlers.visit import Toast, Visit
from storage import people
from storage.engine import Database
from storage.work import Work
from tests.conftest import NOW
from tests.trade import shop


async def visit(work: Work, person_id: int) -> Visit:
    """Let a known person in, tapping something in their private chat."""
    person = await people.get(work, person_id)
    one = Input(1, person_id, who=Who(person_id), tapped="a:x:0:0", callback_id="1")
    return Visit(work, shop(), one, person, shop().words.say(person.language))


async def tap(
    db: Database, person_id: int, action: str, thing: int, version: int = 0, more: str = ""
) -> Toast | None:
    """Tap a card's button in a transaction of its own; return what flashes up."""
    async with db.begin(NOW) as work:
        guest = await visit(work, person_id)
        await ACTIONS[action].deed(guest, Tap(action, thing, version, more))
        return guest.toast
