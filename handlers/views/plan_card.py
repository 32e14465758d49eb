"""The card of a plan before it is published: who goes when, and what is against it."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from domain.catalogue import Item
from domain.jobs import CHANGEABLE, UPCOMING, JobState
from domain.planning import Conflict, Plan, windows
from domain.requests import RequestState
from handlers.context.callbacks import button
from handlers.context.services import Services
from handlers.conversation.screen import Button, Screen
from handlers.views.candidates import load_candidates, plan_on
from handlers.views.crew_status import called, phone_rows, standing
from handlers.views.job_views import JobView
from handlers.views.shape_card import ANEW, day_line
from handlers.words.catalogue import Markup, Say
from storage.transaction import Reading

PARTS = ("day", "hour", "crew", "leader", "vehicle")
MOVED = (("day", "hour"), ("person", "vehicle"))  # each alone, once people know of the plan
ANYWAY = "anyway"
MOST_DAYS = 7  # written out; all stand on the card of the days
MOST_CONFLICTS = 15  # a message holds 4096 characters


def card_key(job_id: int) -> str:
    return f"plan:{job_id}"


async def conflicts_of(tx: Reading, services: Services, job_view: JobView) -> tuple[Conflict, ...]:
    """Say what is against the plan now; nothing once it is under way."""
    if job_view.job.state is not JobState.DRAFT:
        return ()
    bench = await load_candidates(tx, services, job_view)
    return bench.conflicts(plan_on(bench, job_view))


def draw(say: Say, job_view: JobView, against: Sequence[Conflict]) -> Screen:
    plan = job_view.plan
    parts = [
        say(
            "plan-draft",
            number=job_view.job.number,
            address=job_view.address,
            when=job_view.when(say),
            starts=job_view.starts(say),
            ends=say.time(windows(plan)[0].ends_at),
            hours=say.duration(plan.daily_hours),
            crew=Markup(", ".join(_crew(say, job_view, plan)) or "—"),
            vehicle=job_view.vehicle or "—",
        )
    ]
    if plan.shape:
        parts.append(_days(say, job_view, len(plan.dates)))
    if away := _not_here(job_view, plan):
        parts.append(say("plan-not-here", names=", ".join(away)))
    if against:
        parts.append(_against(say, against))
    if any(conflict.hard for conflict in against):
        parts.append(say("plan-blocked"))
    if told := in_spite_of(say, job_view):
        parts.append(told)
    if job_view.job.state is not JobState.DRAFT:
        parts.append("<b>" + say(f"job-state-{job_view.job.state}") + "</b>")
    return Screen("\n\n".join(parts), _rows(say, job_view, against))


def _days(say: Say, job_view: JobView, count: int) -> str:
    lines = [day_line(say, job_view, index) for index in range(min(count, MOST_DAYS))]
    rest = count - len(lines)
    return "\n".join(lines + ([say("plan-more-days", count=rest)] if rest else []))


def in_spite_of(say: Say, job_view: JobView) -> str:
    """Say what was soft against a published plan, and why it went out; empty where nothing was."""
    kept = job_view.job.in_spite_of
    if not kept or job_view.job.state is JobState.DRAFT:
        return ""
    reason = kept["words"] or say.plain(f"override-reason.{kept['reason']}")
    rules = ", ".join(say.plain(f"short-{rule.replace('_', '-')}") for rule in kept["rules"])
    return say("plan-in-spite-of", rules=rules, reason=reason)


def _against(say: Say, against: Sequence[Conflict]) -> str:
    shown = [sentence(say, conflict) for conflict in against[:MOST_CONFLICTS]]
    rest = len(against) - len(shown)
    return "\n".join(shown + ([say("plan-more-against", count=rest)] if rest else []))


def sentence(say: Say, conflict: Conflict) -> str:
    """Say in words which rule is broken, by whom and when."""
    params = dict(conflict.params)
    if "certificate" in params:
        known = f"certificate-{params['certificate']}"
        params["certificate"] = say.plain(known) if say.has(known) else params["certificate"]
    if "paper" in params:
        params["paper"] = say.plain(f"job-paper-{params['paper']}")
    if isinstance(item := params.get("item"), Item):
        params["item"] = item.label(say.lang)
    for figure in ("hours", "limit"):
        if figure in params:
            params[figure] = say.duration(Decimal(str(params[figure])))
    words = say(f"conflict-{conflict.rule.replace('_', '-')}", **params)
    return f"{'⛔' if conflict.hard else '⚠️'} {words}"


def _crew(say: Say, job_view: JobView, plan: Plan) -> list[str]:
    """Name who is meant to come; once they were asked, with what they say."""
    if job_view.job.state is not JobState.DRAFT:
        return standing(say, job_view.crew)
    coming = [member for member in job_view.crew if member.member_id in plan.crew]
    return [
        escape(f"{assignment.name} ★" if assignment.leads else assignment.name, quote=False)
        for assignment in coming
    ]


def _not_here(job_view: JobView, plan: Plan) -> list[str]:
    """Name who has not joined the bot and must be told by somebody."""
    return [
        called(member)
        for member in job_view.crew
        if member.member_id in plan.crew and not member.person_id
    ]


def _rows(
    say: Say, job_view: JobView, against: Sequence[Conflict]
) -> tuple[tuple[Button, ...], ...]:
    job = job_view.job
    if job.state in CHANGEABLE:
        return _change_small(say, job_view)
    if job.state is JobState.CANCELLED and job_view.request.state is RequestState.ACCEPTED:
        return ((button(say.plain("cancel-reopen"), "reopen", job.id, job.version),),)
    if job.state is not JobState.DRAFT:
        return ()
    change = tuple(
        button(say.plain(f"plan-change-{part}"), "change", job.id, job.version, part)
        for part in PARTS
    )
    papers = button(say.plain("plan-papers"), "papers", job.id)
    days = button(say.plain("plan-days"), "shape", job.id, job.version, ANEW)
    rows = (change[:2], change[2:4], (*change[4:], days), (papers,))
    if any(conflict.hard for conflict in against):
        return rows
    key, more = ("plan-publish-anyway", ANYWAY) if against else ("plan-publish", "")
    return (
        (button(say.plain(key), "publish", job.id, job.version, more, style="success"),),
        *rows,
    )


def _change_small(say: Say, job_view: JobView) -> tuple[tuple[Button, ...], ...]:
    """Offer to change one thing; and, before the crew is off, to plan anew."""
    job = job_view.job
    rows = tuple(
        tuple(button(say.plain(f"plan-move-{part}"), "move", job.id, more=part) for part in row)
        for row in MOVED
    )
    cancel = button(say.plain("plan-cancel"), "canceljob", job.id)
    if job.state not in UPCOMING:
        return (*rows, (cancel,))
    again = button(say.plain("plan-again"), "replan", job.id, job.version)
    return (*phone_rows(say, job_view), *rows, (again,), (cancel,))
