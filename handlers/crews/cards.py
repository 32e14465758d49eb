"""The card of a job in a crew member's chat: big figures, pictures, two buttons (§7.5)."""

from collections.abc import Iterable
from html import escape

from domain.jobs import Answer, JobState
from handlers.actions import button
from handlers.asked_words import opener_words
from handlers.conversation.screen import Button, Screen, Style
from handlers.dossier import Dossier, map_button
from handlers.posts import post_of
from handlers.pricing_words import amount
from handlers.shop import Shop
from handlers.told_words import door_words
from handlers.visit import GROUP_LANGUAGE
from handlers.words.catalogue import Markup, Say
from storage import outbox
from storage.jobs import Assignment
from storage.outbox import Urgency
from storage.work import Work

UPCOMING = frozenset({JobState.PUBLISHED, JobState.CONFIRMED})
FEW_ITEMS = 4
Rows = tuple[tuple[Button, ...], ...]


def card(job_id: int) -> str:
    return f"crewjob:{job_id}"


async def send(
    work: Work,
    shop: Shop,
    dossier: Dossier,
    *,
    only: Iterable[Assignment] | None = None,
    fresh: bool = False,
    key: str | None = None,
    urgency: Urgency = Urgency.ANSWER,
    delay_seconds: float = 0.0,
) -> None:
    """Show the job to its crew, or to some of them, under a sentence (`key`) where there is one."""
    for mine in dossier.crew if only is None else only:
        if mine.person_id is None:
            continue
        say = shop.words.say(mine.language)
        screen = draw(shop, say, dossier, mine, work)
        head = f"{say(key, starts=dossier.starts(say))}\n\n" if key else ""
        post = post_of(
            Screen(head + screen.text, screen.rows),
            mine.person_id,
            card=card(dossier.job.id),
            fresh=fresh,
            urgency=urgency,
            delay_seconds=delay_seconds,
        )
        await outbox.put(work, post)


def draw(shop: Shop, say: Say, dossier: Dossier, mine: Assignment, work: Work) -> Screen:
    """Draw the card as this member should see it now."""
    state = state_key(dossier, mine)
    text = say(
        "crew-card",
        starts=dossier.starts(say),
        when=dossier.when(say),
        address=dossier.address,
        floor=dossier.request.asked.site.access.floor,
        lift=say.plain(f"request-lift.{dossier.request.asked.site.access.lift}"),
        crew=_colleagues(dossier),
        vehicle=dossier.vehicle or "—",
        number=dossier.job.number,
    )
    parts = [text, _items(shop, say, dossier), _state(say, dossier, state)]
    if mine.leads and dossier.opener is not None:
        parts.insert(1, opener_words(say, dossier.opener))
    if door := [*door_words(say, dossier.request.asked)]:
        parts.insert(1, escape("\n".join(door), quote=False))
    if say.lang != GROUP_LANGUAGE:
        parts.append(_in_french(shop, dossier, state))
    return Screen("\n\n".join(parts), _rows(say, dossier, mine, work))


def state_key(dossier: Dossier, mine: Assignment) -> str:
    """Name what this member is told: their answer while it counts, then where the job stands."""
    state = dossier.job.state
    if state in UPCOMING:
        return f"crew-answer-{mine.state}"
    if mine.leads and state is JobState.ON_SITE:
        return "crew-leads-after" if dossier.proof.counting else "crew-leads-before"
    return f"crew-leads-{state}" if mine.leads else f"crew-state-{state}"


def _state(say: Say, dossier: Dossier, key: str) -> str:
    return say(key, before=dossier.proof.before, after=dossier.proof.after)


def _colleagues(dossier: Dossier) -> str:
    coming = [one for one in dossier.crew if one.state is not Answer.DECLINED]
    return ", ".join(f"{one.name} ★" if one.leads else one.name for one in coming) or "—"


def _items(shop: Shop, say: Say, dossier: Dossier) -> str:
    lines = dossier.request.asked.lines
    shown = []
    for line in lines[:FEW_ITEMS]:
        item = shop.catalogue.get(line.code)
        quantity = amount(say, item, line.quantity)
        shown.append(say("crew-item", quantity=quantity, item=item.label(say.lang)))
    rest = len(lines) - len(shown)
    return "\n".join(shown + ([say("inventory-more", count=rest)] if rest else []))


def _in_french(shop: Shop, dossier: Dossier, state: str) -> str:
    """The same in one line, so that people learn and the leader can read it too."""
    french = shop.words.say(GROUP_LANGUAGE)
    return french(
        "crew-in-french",
        when=dossier.when(french),
        starts=dossier.starts(french),
        address=dossier.address,
        state=Markup(_state(french, dossier, state)),
    )


def _rows(say: Say, dossier: Dossier, mine: Assignment, work: Work) -> Rows:
    state = dossier.job.state
    way = ((map_button(say.plain("crew-map"), dossier.request.asked.site),),)
    if state in UPCOMING:
        return (*_setting_off(say, dossier, mine, work), _answers(say, mine), *way)
    if not mine.leads:
        return way if state is JobState.EN_ROUTE else ()
    if state is JobState.EN_ROUTE:
        return ((_tap(say, mine, "crew-here", "here", "primary"),), *way)
    return _proving(say, dossier, mine) if state is JobState.ON_SITE else ()


def _answers(say: Say, mine: Assignment) -> tuple[Button, ...]:
    match mine.state:
        case Answer.CONFIRMED:
            return (_tap(say, mine, "crew-not-after-all", "no"),)
        case Answer.DECLINED:
            return (_tap(say, mine, "crew-undo", "yes"),)
    yes = _tap(say, mine, "crew-yes", "yes", "success")
    return (yes, _tap(say, mine, "crew-no", "no", "danger"))


def _setting_off(say: Say, dossier: Dossier, mine: Assignment, work: Work) -> Rows:
    """Only the leader, and only once the day has come."""
    ready = mine.leads and mine.state is not Answer.DECLINED
    if not ready or not dossier.is_near(work.today):
        return ()
    return ((_tap(say, mine, "crew-go", "go", "primary"),),)


def _proving(say: Say, dossier: Dossier, mine: Assignment) -> Rows:
    if not dossier.proof.counting:
        return ((_tap(say, mine, "crew-before-done", "before", "primary"),),)
    return (
        (_tap(say, mine, "crew-count", "sheet", "primary"),),
        (_tap(say, mine, "crew-done", "done", "success"),),
    )


def _tap(say: Say, mine: Assignment, key: str, action: str, style: Style | None = None) -> Button:
    return button(say.plain(key), action, mine.job_id, mine.version, style=style)
