"""The count card: the leader chooses a line and counts by outcome in one message."""

from collections.abc import Sequence
from decimal import Decimal

from domain.completion import LineCount
from domain.jobs import JobState
from domain.outcomes import Outcome
from handlers.cards.job_cards import send_to_crew
from handlers.context.callbacks import CardTap, button
from handlers.context.update_context import UpdateContext
from handlers.conversation.labels import squeezed
from handlers.conversation.screen import Button, Screen
from handlers.jobs.count_codes import (
    ALL,
    ICONS,
    STEPS,
    CountChange,
    Sign,
    View,
    apply,
    count_lines,
    read_change,
    read_view,
)
from handlers.jobs.crew_access import job_of_member
from handlers.views import job_views
from handlers.views.job_views import JobView
from handlers.words.catalogue import Markup, Say
from storage import jobs

LABEL = 34


def card_key(job_id: int) -> str:
    return f"count:{job_id}"


async def sheet_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """List the lines to count: in a new message from the job's card, in place from a line."""
    if job_view := await _counting(ctx, tap):
        await _show(ctx, job_view, None, fresh=tap.more != "back")


async def line_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Show one line with the chosen step."""
    if job_view := await _counting(ctx, tap):
        view = read_view(tap.more, len(job_view.request.asked.lines))
        await _show(ctx, job_view, view)


async def count_tapped(ctx: UpdateContext, tap: CardTap) -> None:
    """Change the count of one line; an outdated card counts nothing."""
    job_view = await _counting(ctx, tap)
    if job_view is None:
        return
    change = read_change(tap.more, len(job_view.request.asked.lines))
    if change is None or tap.version != job_view.job.version:
        ctx.tell(ctx.say.plain("count-moved"))
        await _show(ctx, job_view, change.view if change else None)
        return
    at = change.view.line
    line = (await _list_screen(ctx, job_view))[at]
    amount = apply(line, change).of(change.outcome)
    if amount == line.of(change.outcome):
        more = change.sign is Sign.MORE
        ctx.tell(ctx.say.plain("count-full" if more else "count-none"))
        return
    await jobs.count(ctx.tx, job_view.job.id, at, change.outcome, amount)
    job = await jobs.change(ctx.tx, job_view.job)
    await _show(ctx, await job_views.of_job(ctx.tx, job), change.view)


async def close(ctx: UpdateContext, job_view: JobView) -> None:
    """Remove the buttons of the count card if it was used."""
    lines = await _list_screen(ctx, job_view)
    if any(line.counted for line in lines):
        screen = draw_list(ctx.say, job_view, lines, _labels(ctx, lines))
        await ctx.show(Screen(screen.text), card=card_key(job_view.job.id), fresh=False)


async def _counting(ctx: UpdateContext, tap: CardTap) -> JobView | None:
    """Load the job for its leader during the count."""
    job_view, mine = await job_of_member(ctx, tap)
    if job_view.job.state is JobState.ON_SITE and job_view.proof.counting:
        return job_view
    ctx.tell(ctx.say.plain("stale"))
    await send_to_crew(ctx, job_view, only=[mine])
    return None


async def _list_screen(ctx: UpdateContext, job_view: JobView) -> tuple[LineCount, ...]:
    return count_lines(job_view.request.asked.lines, await jobs.counted(ctx.tx, job_view.job.id))


async def _show(
    ctx: UpdateContext, job_view: JobView, view: View | None, *, fresh: bool = False
) -> None:
    lines = await _list_screen(ctx, job_view)
    labels = _labels(ctx, lines)
    if view is None:
        screen = draw_list(ctx.say, job_view, lines, labels)
    else:
        screen = draw_line(ctx.say, job_view, lines[view.line], labels[view.line], view)
    await ctx.show(screen, card=card_key(job_view.job.id), fresh=fresh)


def _labels(ctx: UpdateContext, lines: Sequence[LineCount]) -> list[str]:
    return [ctx.services.catalogue.get(line.code).label(ctx.say.lang) for line in lines]


def draw_list(
    say: Say, job_view: JobView, lines: Sequence[LineCount], labels: Sequence[str]
) -> Screen:
    """Draw all lines, one button each, with their counts."""
    job = job_view.job
    done = sum(line.left <= 0 for line in lines)
    rows = []
    for at, (line, label) in enumerate(zip(lines, labels, strict=True)):
        mark = "✅ " if line.left <= 0 else ""
        ratio = f" {say.number(line.counted)}/{say.number(line.planned)}"
        text = mark + squeezed(label, LABEL - len(mark) - len(ratio)) + ratio
        rows.append((button(text, "line", job.id, job.version, View(at).code),))
    text = say("count-list", number=job.number, done=done, lines=len(lines))
    return Screen(text, tuple(rows))


def draw_line(say: Say, job_view: JobView, line: LineCount, label: str, view: View) -> Screen:
    """Draw one line: a row of minus, count and plus for each outcome, then the step sizes."""
    job = job_view.job
    legend = "\n".join(
        say(
            "count-outcome",
            icon=ICONS[outcome],
            outcome=Markup(say(f"pdf-{outcome}")),
            count=say.number(line.of(outcome)),
        )
        for outcome in Outcome
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
            tap("➖", "count", CountChange(view, outcome, Sign.LESS).code),
            tap(f"{ICONS[outcome]} {say.number(line.of(outcome))}", "line", view.code),
            tap("➕", "count", CountChange(view, outcome, Sign.MORE).code),
        )
        for outcome in Outcome
    ]
    steps = tuple(
        tap(_step_words(say, step, view), "line", View(view.line, step).code) for step in STEPS
    )
    back = (tap(say.plain("count-lines"), "sheet", "back"),)
    return Screen(f"{text}\n\n{legend}", (*rows, steps, back))


def _step_words(say: Say, step: int, view: View) -> str:
    words = say.plain("count-all") if step == ALL else f"± {step}"
    return f"● {words}" if step == view.step else words
