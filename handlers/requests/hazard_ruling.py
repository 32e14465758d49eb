"""A coordinator rules on the hazards that hold a request; name, time and reason are recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.gates import Verdict, excluded
from domain.hazards import Hazard
from domain.requests import QUOTABLE, RequestState
from domain.revision_diff import internal_differences
from handlers.cards.request_cards import request_changed
from handlers.cards.request_hold import record_hold
from handlers.context.deep_links import FollowedLink
from handlers.context.recipients import to_person
from handlers.context.update_context import UpdateContext
from handlers.conversation.screen import Screen
from handlers.quotes import issue
from handlers.quotes.decision_forms import RefusalForm, RefusalReason, RulingForm
from handlers.sessions import lifecycle
from handlers.views import findings, request_checks
from handlers.views.costing_source import to_begin_with
from handlers.views.price_wording import kept_changes
from storage import costings, events, hazard_decisions, people, requests
from storage.requests import Request


async def decide(ctx: UpdateContext, link: FollowedLink) -> None:
    """Ask for a ruling with the facts; say so if no hazard is open."""
    request = await requests.get(ctx.tx, link.id)
    found = await findings.review(ctx.tx, ctx.services, request)
    if request.state not in QUOTABLE or not found.held:
        await ctx.show(Screen(ctx.say("decide-nothing", number=request.number)))
        return
    kinds = [hazard.kind for hazard in found.held]
    await ctx.show(Screen(_facts(ctx, request, found.held)), silent=True)
    await lifecycle.start_once(
        ctx, "ruling", about={"request": request.id, "hazards": sorted(kinds)}
    )


def _facts(ctx: UpdateContext, request: Request, held: Sequence[Hazard]) -> str:
    """Draw the hazards and the lines that an exclusion would remove; HTML."""
    say, catalogue = ctx.say, ctx.services.reference_files.catalogue(request.books)
    told = [
        say("decide-about", number=request.number),
        *(request_checks.hazard(say, hazard) for hazard in held),
    ]
    lines = excluded(request.asked.lines, held, catalogue)
    names = dict.fromkeys(catalogue.get(line.code).label(say.lang) for line in lines)
    if names:
        told.append(say("decide-leaves-out", what=", ".join(names)))
    return "\n".join(told)


async def ruled(ctx: UpdateContext, answers: RulingForm, about: Mapping[str, Any]) -> None:
    """Record the ruling on the shown hazards that are still open."""
    request = await requests.get(ctx.tx, int(about["request"]))
    found = await record_hold(ctx, request)
    now = [hazard for hazard in found.held if hazard.kind in about["hazards"]]
    if request.state not in QUOTABLE or not now:
        await ctx.show(Screen(ctx.say("changed-meanwhile")))
        return
    if answers.verdict is Verdict.REFUSE and request.state is not RequestState.SUBMITTED:
        await ctx.show(Screen(ctx.say("decide-quoted", number=request.number)))
        return
    if answers.verdict is Verdict.EXCLUDE and not await _exclude_lines(ctx, request, now):
        await ctx.show(Screen(ctx.say("decide-nothing-left", number=request.number)))
        return
    kinds = [hazard.kind for hazard in now]
    await hazard_decisions.record(
        ctx.tx, request.id, ctx.person.id, answers.verdict, kinds, answers.reason
    )
    await events.record(
        ctx.tx,
        "ruled",
        "request",
        request.id,
        actor_id=ctx.person.id,
        verdict=answers.verdict,
        hazards=kinds,
        reason=answers.reason,
    )
    if answers.verdict is Verdict.REFUSE:
        refusal = RefusalForm(RefusalReason.HAZARD, answers.reason)
        await issue.refused(ctx, refusal, about)
        return
    await _inform_client(ctx, request, answers.verdict, now)
    await ctx.show(Screen(ctx.say("decide-done", number=request.number)))
    await request_changed(ctx, request.id, fresh=True)


async def _exclude_lines(ctx: UpdateContext, request: Request, hazards: Sequence[Hazard]) -> bool:
    """Exclude the lines concerned from request and draft; False if none would remain."""
    asked, catalogue = request.asked.lines, ctx.services.catalogue
    out = excluded(asked, hazards, catalogue)
    next_one = (await to_begin_with(ctx.tx, ctx.services, request)).lines
    if out == asked or excluded(next_one, hazards, catalogue) == next_one:
        return False
    if not await _exclude_from_draft(ctx, request, hazards):
        return False
    if out:
        await requests.drop_lines(ctx.tx, request, out)
        await requests.change(ctx.tx, request)
        await events.record(
            ctx.tx,
            "lines_excluded",
            "request",
            request.id,
            actor_id=ctx.person.id,
            lines=[f"{line.quantity} {line.code}" for line in out],
        )
    return True


async def _exclude_from_draft(
    ctx: UpdateContext, request: Request, hazards: Sequence[Hazard]
) -> bool:
    """Exclude the lines from the costing draft, as a change that colleagues see."""
    found = await costings.find_open(ctx.tx, request.id)
    if found is None:
        return True
    draft = await costings.lock(ctx.tx, found.id)
    before = draft.content
    out = excluded(before.lines, hazards, ctx.services.catalogue)
    left = replace(before, lines=tuple(line for line in before.lines if line not in out))
    if out and left.lines:
        changes = kept_changes(internal_differences(before, left), ctx.services.catalogue)
        await costings.change(ctx.tx, draft, left, ctx.person.id, changes)
    return bool(left.lines)


async def _inform_client(
    ctx: UpdateContext, request: Request, verdict: Verdict, decided: Sequence[Hazard]
) -> None:
    """Inform the client of the ruling; never state that a site is safe."""
    client = to_person(ctx, await people.get(ctx.tx, request.person_id))
    what = findings.named(client.say, decided)
    await client.send(client.say(f"client-ruled-{verdict}", number=request.number, what=what))
