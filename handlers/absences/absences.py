"""Absences are entered and taken back; who was to come is asked no more, and replaced."""

from collections.abc import Mapping
from typing import Any

from domain.absences import AbsencePeriod, period_of
from domain.crews import Member
from domain.people import Action
from domain.search import fold
from domain.windows import TimeWindow
from handlers.absences.absence_form import AbsenceForm, OwnAbsenceForm
from handlers.absences.absence_reading import read_absence
from handlers.absences.absence_words import period_words
from handlers.absences.jobs_touched import decline_touched
from handlers.context import alerts
from handlers.context.callbacks import CardTap, button, read_id
from handlers.context.rights import allowed
from handlers.context.update_context import UpdateContext
from handlers.conversation.kind import Rejected
from handlers.conversation.pages import Pages
from handlers.conversation.screen import Button, Screen
from handlers.sessions import lifecycle
from storage import absences, crews, events, outbox
from storage.absences import KeptAbsence
from storage.transaction import Unknown

CARD_KEY = "absences"
PAGE = 20  # absences and names, a button each, are within the 100 that Telegram takes


async def show(ctx: UpdateContext) -> None:
    """Take « Karim jusqu’à jeudi » at once; else list who is away, and whom to enter."""
    said = ctx.input.argument.strip()
    if said and await _said_at_once(ctx, said):
        return
    await _show_list(ctx)


async def _said_at_once(ctx: UpdateContext, said: str) -> bool:
    """Enter what stands behind the command: a name of the roster, then when."""
    member = _named(await crews.roster(ctx.tx), said)
    if member is None:
        await ctx.show(Screen(ctx.say("absence-nobody", text=said[:60])))
        return False
    name = member.name if _whole(said, member) else said.split(maxsplit=1)[0]
    period = read_absence(said[len(name) :], ctx.tx.today)
    if isinstance(period, Rejected):
        await _ask(ctx, member.id)
        return True
    await _enter(ctx, member, period)
    return True


def _named(roster: list[Member], said: str) -> Member | None:
    """Find the member whose name, or first name where it is theirs alone, begins the words."""
    whole = [member for member in roster if _whole(said, member)]
    if len(whole) == 1:
        return whole[0]
    first = fold(said.split(maxsplit=1)[0])
    named = [member for member in roster if fold(member.name.split()[0]) == first]
    return named[0] if len(named) == 1 else None


def _whole(said: str, member: Member) -> bool:
    return fold(said).startswith(fold(member.name))


async def list_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show the list; another page of it in place."""
    if tap.more and ctx.input.message_id is not None:
        await outbox.adopt_all(ctx.tx, CARD_KEY, {ctx.chat_id: ctx.input.message_id})
    await _show_list(ctx, read_id(tap.more) or 0, fresh=not tap.more)


async def _show_list(ctx: UpdateContext, page: int = 0, *, fresh: bool = True) -> None:
    """List who is away and whom to enter, both by pages."""
    everything, roster = await absences.after(ctx.tx, ctx.tx.now), await crews.roster(ctx.tx)
    pages = Pages(page, max(len(everything), len(roster)), PAGE)
    kept = pages.of(everything)
    lines = [ctx.say("absence-head"), *(_line(ctx, one) for one in kept)]
    if not everything:
        lines.append(ctx.say("absence-none"))
    rows: list[tuple[Button, ...]] = [(_cancel_button(ctx, one),) for one in kept]
    names = [button(f"➕ {member.name}"[:40], "awayof", member.id) for member in pages.of(roster)]
    rows += [tuple(names[at : at + 2]) for at in range(0, len(names), 2)]
    if turns := pages.turns():
        rows.append(tuple(button(sign, "away", 0, more=str(to)) for to, sign in turns))
    lines += ["", ctx.say("absence-how")]
    await ctx.show(Screen("\n".join(lines), tuple(rows)), card=CARD_KEY, fresh=fresh)


def _line(ctx: UpdateContext, kept: KeptAbsence) -> str:
    return ctx.say("absence-line", name=kept.name, when=_when(ctx, kept.window))


def _when(ctx: UpdateContext, window: TimeWindow) -> str:
    return period_words(ctx.say, period_of(window, ctx.tx.zone))


def _cancel_button(ctx: UpdateContext, kept: KeptAbsence) -> Button:
    text = ctx.say.plain("absence-cancel", name=kept.name, when=_when(ctx, kept.window))
    return button(text, "back", kept.id)


async def of_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Ask a coordinator when the tapped member is away."""
    await _ask(ctx, tap.id)


async def _ask(ctx: UpdateContext, member_id: int) -> None:
    member = await crews.find(ctx.tx, member_id)
    if member is None:
        raise Unknown(f"member {member_id}")
    await lifecycle.start_once(ctx, "absence", about={"member": member.id})


async def told(ctx: UpdateContext, answers: AbsenceForm, about: Mapping[str, Any]) -> None:
    """Enter what a coordinator said."""
    member = await crews.find(ctx.tx, int(about["member"]))
    if member is None:
        raise Unknown(f"member {about['member']}")
    await _enter(ctx, member, answers.when)


async def sick_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """Enter that the member who taps cannot come today."""
    today = ctx.tx.today
    await _enter(ctx, await _own(ctx), AbsencePeriod(today, today))


async def own_tapped(ctx: UpdateContext, _tap: CardTap) -> None:
    """Ask a member when they cannot come."""
    await _own(ctx)
    await lifecycle.start_once(ctx, "ownabsence", about={})


async def own_told(ctx: UpdateContext, answers: OwnAbsenceForm, _about: Mapping[str, Any]) -> None:
    """Enter what a member said of themselves."""
    await _enter(ctx, await _own(ctx), answers.when)


async def _own(ctx: UpdateContext) -> Member:
    member = await crews.of_person(ctx.tx, ctx.person.id)
    if member is None:
        raise Unknown(f"member of {ctx.person.id}")
    return member


async def _enter(ctx: UpdateContext, member: Member, period: AbsencePeriod) -> None:
    """Keep an absence, take the member off what it touches, and say what follows."""
    window = period.window(ctx.tx.zone)
    absence_id = await absences.keep(ctx.tx, member.id, window, added_by=ctx.person.id)
    await events.record(
        ctx.tx, "absence_entered", "member", member.id, actor_id=ctx.person.id, absence=absence_id
    )
    numbers = await decline_touched(ctx, member, window)
    when = period_words(ctx.say, period)
    parts = [ctx.say("absence-kept", name=member.name, when=when)]
    if numbers:
        parts.append(ctx.say("absence-touches", numbers=", ".join(numbers), count=len(numbers)))
    undo = button(ctx.say.plain("absence-undo"), "back", absence_id)
    await ctx.show(Screen("\n\n".join(parts), ((undo,),)), card=f"absence:{absence_id}")
    if not allowed(ctx, Action.MANAGE_ROSTER):
        await alerts.tell_coordinators(
            ctx, "absence-told", silent=True, name=member.name, when=when
        )


async def back_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Take an absence back; the jobs that it cost are answered by hand."""
    kept = await absences.get(ctx.tx, tap.id)
    office = allowed(ctx, Action.MANAGE_ROSTER)
    if not await absences.cancel(ctx.tx, kept.id):
        ctx.tell(ctx.say.plain("stale"))
        return
    await events.record(
        ctx.tx,
        "absence_taken_back",
        "member",
        kept.member_id,
        actor_id=ctx.person.id,
        absence=kept.id,
    )
    when = _when(ctx, kept.window)
    text = ctx.say("absence-back", name=kept.name, when=when)
    await ctx.show(Screen(text), card=f"absence:{kept.id}", fresh=office)
    if not office:
        await alerts.tell_coordinators(ctx, "absence-back", silent=True, name=kept.name, when=when)
