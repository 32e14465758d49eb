"""Coordinators search requests by a word, a person, an item or a day, and open what they find."""

from datetime import date

from domain.catalogue import Catalogue
from domain.jobs import JobState
from domain.search import fold
from handlers.context.callbacks import CardTap, button
from handlers.context.posts import short
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds.calendar import read_days
from handlers.conversation.screen import Button, Screen
from handlers.views import request_card
from storage import jobs, request_search, requests
from storage.jobs import Job
from storage.request_search import SearchHit

CARD_KEY = "found"
MOST = 8
LONGEST_BUTTON = 60
SHORTEST_ITEM = 4  # letters of a word that can name an item


async def command(ctx: UpdateContext) -> None:
    """Search for the argument of /find; without one, explain the command."""
    if not ctx.input.argument:
        await ctx.show(Screen(ctx.say("find-how")))
    elif not await show_matches(ctx, ctx.input.argument):
        await ctx.show(Screen(ctx.say("find-nothing", text=ctx.input.argument)))


async def show_matches(ctx: UpdateContext, text: str) -> bool:
    """Show the requests that contain these words; False if there are none."""
    on, items = _day(text, ctx.tx.today), _items(ctx.services.catalogue, text)
    hits = await request_search.find(ctx.tx, text, MOST + 1, items=items, on=on)
    if not hits:
        return False
    planned = await jobs.of_requests(ctx.tx, [hit.request_id for hit in hits[:MOST]])
    say = ctx.say
    head = "find-more" if len(hits) > MOST else "find-some"
    rows = tuple(_row(hit, planned.get(hit.request_id)) for hit in hits[:MOST])
    await ctx.show(Screen(say(head, count=min(len(hits), MOST), text=text), rows), card=CARD_KEY)
    return True


def _row(hit: SearchHit, job: Job | None) -> tuple[Button, ...]:
    """Open the request, and the plan of its job where there is one."""
    opened = button(_label(hit), "look", hit.request_id)
    if job is None or job.state is JobState.CANCELLED:
        return (opened,)
    return (opened, button(f"🛠️ {job.number}", "jobplan", job.id))


def _day(text: str, today: date) -> date | None:
    """Read the whole text as a day; a number alone is none."""
    if text.strip().isdigit():
        return None
    found = read_days(text, today)
    return found[0] if isinstance(found, tuple) and len(found) == 1 else None


def _items(catalogue: Catalogue, text: str) -> dict[str, set[str]]:
    """Tell which items each word names: by a word of their name that begins so, or by a synonym."""
    names = [(item.code, fold(f"{item.fr} {item.en}").split()) for item in catalogue.items]
    names += [(code, [fold(one)]) for one, codes in catalogue.synonyms.items() for code in codes]
    return {
        word: {code for code, parts in names if any(part.startswith(word) for part in parts)}
        for word in fold(text).split()
        if len(word) >= SHORTEST_ITEM
    }


def _label(hit: SearchHit) -> str:
    return short(f"{hit.number} · {hit.company} · {hit.address}", LONGEST_BUTTON)


async def look_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the coordinators' card of a request in this chat."""
    request = await requests.get(ctx.tx, tap.id)
    await ctx.show(await request_card.draw(ctx, request))
