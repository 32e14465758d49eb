"""Updates made by hand: a known person taps a card or follows a link, on the real routing."""

from dataclasses import replace
from itertools import count

from handlers.context.services import Services
from handlers.context.update_context import Toast, UpdateContext
from handlers.context.updates import Input, TelegramUser
from handlers.conversation.given import Given
from handlers.routing import routes
from storage import people
from storage.engine import Database
from storage.transaction import Transaction
from tests.conftest import NOW
from tests.trade import services
from tests.waiting_letters import pending

UPDATES = count(1000)  # their ids: none comes twice


async def context_of(tx: Transaction, person_id: int, of: Services | None = None) -> UpdateContext:
    """Let a known person in, tapping something in their private chat."""
    used = of or services()
    person = await people.get(tx, person_id)
    update = Input(1, person_id, who=TelegramUser(person_id), tapped="a:x:0:0", callback_id="1")
    return UpdateContext(tx, used, update, person, used.words.say(person.language))


async def tap(
    db: Database,
    person_id: int,
    action: str,
    thing: int,
    version: int = 0,
    more: str = "",
    of: Services | None = None,
) -> Toast | None:
    """Tap a card's button in a transaction of its own; return what flashes up."""
    data = f"a:{action}:{thing}:{version}" + (f":{more}" if more else "")
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, person_id, of)
        ctx.input = replace(ctx.input, tapped=data)
        await routes.route(ctx)
        return ctx.toast


async def follow(
    db: Database, person_id: int, word: str, code: object, of: Services | None = None
) -> None:
    """Follow a deep link in a transaction of its own."""
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, person_id, of)
        ctx.input = Input(
            1, person_id, who=TelegramUser(person_id), command="start", argument=f"{word}-{code}"
        )
        await routes.route(ctx)


async def send(
    db: Database,
    person_id: int,
    given: Given | None = None,
    *,
    command: str | None = None,
    argument: str = "",
    of: Services | None = None,
) -> None:
    """Send a message, or a command, in a transaction of its own."""
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, person_id, of)
        who = TelegramUser(person_id)
        ctx.input = Input(
            next(UPDATES), person_id, who=who, given=given, command=command, argument=argument
        )
        await routes.route(ctx)


async def told(db: Database, chat_id: int) -> list[str]:
    """List what waits to be said in a chat, oldest first."""
    async with db.read(NOW) as tx:
        letters = sorted(await pending(tx, chat_id), key=lambda letter: letter.id)
    return [letter.post.text for letter in letters]


async def buttons(db: Database, chat_id: int) -> dict[str, str]:
    """Tell the buttons of the last card in a chat: what each says, and what it carries."""
    async with db.read(NOW) as tx:
        letters = sorted(await pending(tx, chat_id), key=lambda letter: letter.id)
    markups = [letter.post.markup or {} for letter in letters]
    rows = [markup["inline_keyboard"] for markup in markups if "inline_keyboard" in markup]
    last = [one for row in (rows[-1] if rows else ()) for one in row]
    return {one["text"]: one.get("callback_data") or one.get("url", "") for one in last}


async def press(db: Database, person_id: int, label: str, of: Services | None = None) -> str:
    """Press the button of the last card in their chat; return what flashes up, "" for nothing."""
    data = (await buttons(db, person_id))[label]
    async with db.begin(NOW) as tx:
        ctx = await context_of(tx, person_id, of)
        ctx.input = replace(ctx.input, tapped=data, update_id=next(UPDATES))
        await routes.route(ctx)
        return ctx.toast.text if ctx.toast else ""
