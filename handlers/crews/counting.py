"""The count card: choose a line, then more or less by outcome, all on one message."""

from collections.abc import Sequence
from decimal import Decimal

from domain.completion import LineCount
from domain.jobs import JobState
from domain.outcomes import Outcome
from handlers import dossier as dossiers
from handlers.actions import Tap, button
from handlers.conversation.labels import squeezed
from handlers.conversation.screen import Button, Screen
from handlers.crews import access, cards
from handlers.dossier import Dossier
from handlers.flows.counting import (
    ALL,
    ICONS,
    STEPS,
    Change,
    Sign,
    View,
    apply,
    read_change,
    read_view,
    sheet,
)
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage import jobs

LABEL = 34


def card(job_id: int) -> str:
    return f"count:{job_id}"


async def sheet_tapped(visit: Visit, tap: Tap) -> None:
    """List the lines to count; from the job's card as a new message, from a line in place."""
    if dossier := await _counting(visit, tap):
        await _show(visit, dossier, None, fresh=tap.more != "back")


async def line_tapped(visit: Visit, tap: Tap) -> None:
    """Show one line, with as much to a tap as chosen."""
    if dossier := await _counting(visit, tap):
        view = read_view(tap.more, len(dossier.request.asked.lines))
        await _show(visit, dossier, view)


async def count_tapped(visit: Visit, tap: Tap) -> None:
    """Count more or less of one line; a tap on a card that is no longer true counts nothing."""
    dossier = await _counting(visit, tap)
    if dossier is None:
        return
    change = read_change(tap.more, len(dossier.request.asked.lines))
    if change is None or tap.version != dossier.job.version:
        visit.tell(visit.say.plain("count-moved"))
        await _show(visit, dossier, change.view if change else None)
        return
    at = change.view.line
    line = (await _sheet(visit, dossier))[at]
    amount = apply(line, change).of(change.outcome)
    if amount == line.of(change.outcome):
        more = change.sign is Sign.MORE
        visit.tell(visit.say.plain("count-full" if more else "count-none"))
        return
    await jobs.count(visit.work, dossier.job.id, at, change.outcome, amount)
    job = await jobs.change(visit.work, dossier.job)
    await _show(visit, await dossiers.of_job(visit.work, job), change.view)


async def close(visit: Visit, dossier: Dossier) -> None:
    """Take the buttons off the count card, where it was used."""
    lines = await _sheet(visit, dossier)
    if any(line.counted for line in lines):
        screen = draw_list(visit.say, dossier, lines, _labels(visit, lines))
        await visit.show(Screen(screen.text), card=card(dossier.job.id), fresh=False)


async def _counting(visit: Visit, tap: Tap) -> Dossier | None:
    """Load the job for its leader while things are being counted."""
    found = await access.led(visit, tap)
    if found is None:
        return None
    dossier, mine = found
    if dossier.job.state is JobState.ON_SITE and dossier.proof.counting:
        return dossier
    visit.tell(visit.say.plain("stale"))
    await cards.send(visit.work, visit.shop, dossier, only=[mine])
    return None


async def _sheet(visit: Visit, dossier: Dossier) -> tuple[LineCount, ...]:
    return sheet(dossier.request.asked.lines, await jobs.counted(visit.work, dossier.job.id))


async def _show(visit: Visit, dossier: Dossier, view: View | None, *, fresh: bool = False) -> None:
    lines = await _sheet(visit, dossier)
    labels = _labels(visit, lines)
    if view is None:
        screen = draw_list(visit.say, dossier, lines, labels)
    else:
        screen = draw_line(visit.say, dossier, lines[view.line], labels[view.line], view)
    await visit.show(screen, card=card(dossier.job.id), fresh=fresh)


def _labels(visit: Visit, lines: Sequence[LineCount]) -> list[str]:
    return [visit.shop.catalogue.get(line.code).label(visit.say.lang) for line in lines]


def draw_list(
    say: Say, dossier: Dossier, lines: Sequence[LineCount], labels: Sequence[str]
) -> Screen:
    """Draw all lines, one button each, with what was counted of them."""
    job = dossier.job
    done = sum(line.left <= 0 for line in lines)
    rows = []
    for at, (line, label) in enumerate(zip(lines, labels, strict=True)):
        mark = "✅ " if line.left <= 0 else ""
        ratio = f" {say.number(line.counted)}/{say.number(line.planned)}"
        text = mark + squeezed(label, LABEL - len(mark) - len(ratio)) + ratio
        rows.append((button(text, "line", job.id, job.version, View(at).code),))
    text = say("count-list", number=job.number, done=done, lines=len(lines))
    return Screen(text, tuple(rows))


def draw_line(say: Say, dossier: Dossier, line: LineCount, label: str, view: View) -> Screen:
    """Draw one line: a row of less, how much, more for each outcome; then the size of a step."""
    job = dossier.job
    legend = "\n".join(
        f"{ICONS[one]} {say(f'pdf-{one}')} : <b>{say.number(line.of(one))}</b>" for one in Outcome
    )
    text = say(
        "count-line",
        item=label,
        planned=say.number(line.planned),
        left=say.number(max(line.left, Decimal(0))),
    )

    def tap(words: str, action: str, more: str) -> Button:
        return button(words, action, job.id, job.version, more)

    rows = [
        (
            tap("➖", "count", Change(view, one, Sign.LESS).code),
            tap(f"{ICONS[one]} {say.number(line.of(one))}", "line", view.code),
            tap("➕", "count", Change(view, one, Sign.MORE).code),
        )
        for one in Outcome
    ]
    steps = tuple(
        tap(_step_words(say, step, view), "line", View(view.line, step).code) for step in STEPS
    )
    back = (tap(say.plain("count-lines"), "sheet", "back"),)
    return Screen(f"{text}\n\n{legend}", (*rows, steps, back))


def _step_words(say: Say, step: int, view: View) -> str:
    words = say.plain("count-all") if step == ALL else f"± {step}"
    return f"● {words}" if step == view.step else words
