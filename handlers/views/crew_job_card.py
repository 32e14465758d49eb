"""The card of a job in a crew member's chat: big figures, pictures, two buttons (§7.5)."""

from html import escape

from domain.jobs import UPCOMING, CrewAnswer, JobState
from domain.planning import windows
from handlers.context.callbacks import button
from handlers.context.services import Services
from handlers.conversation.kinds.choice import said
from handlers.conversation.screen import Button, ButtonRows, Screen, Style
from handlers.views.job_views import JobView, map_button
from handlers.views.particulars_wording import opener_words
from handlers.views.price_wording import amount
from handlers.views.site_wording import entry_words, floors_words
from handlers.words.catalogue import GROUP_LANGUAGE, Markup, Say
from storage.crew_assignments import Assignment
from storage.transaction import Reading

FEW_ITEMS = 4


def card_key(job_id: int) -> str:
    return f"crewjob:{job_id}"


def draw(services: Services, say: Say, job_view: JobView, mine: Assignment, tx: Reading) -> Screen:
    """Draw the card as this member should see it now."""
    state = state_key(job_view, mine)
    text = say(
        "crew-card",
        starts=job_view.starts_of(say, mine.member_id),
        when=job_view.when_of(say, mine.member_id),
        address=job_view.address,
        floor=floors_words(job_view.request.asked, job_view.request.asked.site.access.floor),
        lift=said(say, "request-lift", job_view.request.asked.site.access.lift),
        crew=_colleagues(job_view),
        vehicle=job_view.vehicle or "—",
        number=job_view.job.number,
    )
    parts = [
        text,
        *_own_days(say, job_view, mine),
        _items(services, say, job_view),
        _state(say, job_view, state),
    ]
    if mine.leads and job_view.opener is not None:
        parts.insert(1, opener_words(say, job_view.opener))
    if entry := [*entry_words(say, services.request_form, job_view.request.asked)]:
        parts.insert(1, escape("\n".join(entry), quote=False))
    if say.lang != GROUP_LANGUAGE:
        parts.append(_in_french(services, job_view, state))
    return Screen("\n\n".join(parts), _rows(say, job_view, mine, tx))


def state_key(job_view: JobView, mine: Assignment) -> str:
    """Name what this member is told: their answer while it counts, then where the job stands."""
    state = job_view.job.state
    if state in UPCOMING:
        return f"crew-answer-{mine.state}"
    if mine.leads and state is JobState.ON_SITE:
        return "crew-leads-after" if job_view.proof.counting else "crew-leads-before"
    return f"crew-leads-{state}" if mine.leads else f"crew-state-{state}"


def _state(say: Say, job_view: JobView, key: str) -> str:
    return say(key, before=job_view.proof.before, after=job_view.proof.after)


def _colleagues(job_view: JobView) -> str:
    coming = [member for member in job_view.crew if member.state is not CrewAnswer.DECLINED]
    return (
        ", ".join(
            f"{assignment.name} ★" if assignment.leads else assignment.name for assignment in coming
        )
        or "—"
    )


def _own_days(say: Say, job_view: JobView, mine: Assignment) -> list[str]:
    """Write each day of a member where the days are not alike."""
    plan = job_view.plan
    own = job_view.own_days(mine.member_id)
    if not plan.shape or len(own) < 2:
        return []
    times = windows(plan)
    lines = [
        say(
            "crew-day",
            on=plan.dates[index],
            starts=say.time(plan.starts_at(index)),
            ends=say.time(times[index].ends_at),
        )
        for index in own
    ]
    return ["\n".join(lines)]


def _items(services: Services, say: Say, job_view: JobView) -> str:
    lines = job_view.request.asked.lines
    shown = []
    for line in lines[:FEW_ITEMS]:
        item = services.catalogue.get(line.code)
        quantity = amount(say, item, line.quantity)
        shown.append(say("crew-item", quantity=quantity, item=item.label(say.lang)))
    rest = len(lines) - len(shown)
    return "\n".join(shown + ([say("inventory-more", count=rest)] if rest else []))


def _in_french(services: Services, job_view: JobView, state: str) -> str:
    """The same in one line, so that people learn and the leader can read it too."""
    french = services.words.say(GROUP_LANGUAGE)
    return french(
        "crew-in-french",
        when=job_view.when(french),
        starts=job_view.starts(french),
        address=job_view.address,
        state=Markup(_state(french, job_view, state)),
    )


def _rows(say: Say, job_view: JobView, mine: Assignment, tx: Reading) -> ButtonRows:
    state = job_view.job.state
    way = ((map_button(say.plain("crew-map"), job_view.request.asked.site),),)
    if state in UPCOMING:
        return (*_setting_off(say, job_view, mine, tx), _answers(say, mine), *way)
    if not mine.leads:
        return way if state is JobState.EN_ROUTE else ()
    if state is JobState.EN_ROUTE:
        return ((_tap(say, mine, "crew-here", "here", "primary"),), *way)
    return _proving(say, job_view, mine) if state is JobState.ON_SITE else ()


def _answers(say: Say, mine: Assignment) -> tuple[Button, ...]:
    match mine.state:
        case CrewAnswer.CONFIRMED:
            return (_tap(say, mine, "crew-not-after-all", "no"),)
        case CrewAnswer.DECLINED:
            return (_tap(say, mine, "crew-undo", "yes"),)
    yes = _tap(say, mine, "crew-yes", "yes", "success")
    return (yes, _tap(say, mine, "crew-no", "no", "danger"))


def _setting_off(say: Say, job_view: JobView, mine: Assignment, tx: Reading) -> ButtonRows:
    """Only the leader, and only once the day has come."""
    ready = mine.leads and mine.state is not CrewAnswer.DECLINED
    if not ready or not job_view.is_near(tx.today):
        return ()
    return ((_tap(say, mine, "crew-go", "go", "primary"),),)


def _proving(say: Say, job_view: JobView, mine: Assignment) -> ButtonRows:
    if not job_view.proof.counting:
        return ((_tap(say, mine, "crew-before-done", "before", "primary"),),)
    return (
        (_tap(say, mine, "crew-count", "sheet", "primary"),),
        (_tap(say, mine, "crew-done", "done", "success"),),
    )


def _tap(say: Say, mine: Assignment, key: str, action: str, style: Style | None = None) -> Button:
    return button(say.plain(key), action, mine.job_id, mine.version, style=style)
