"""A coordinator rules on the hazards that hold a request; who, when and why is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.hazards import Hazard
from domain.holding import Verdict, excluded
from domain.requests import QUOTABLE
from domain.revising import internal_differences
from handlers import findings, talks
from handlers.conversation.screen import Screen
from handlers.coordinators import checks, desk, quoting
from handlers.coordinators.requests import of_link
from handlers.costed import to_begin_with
from handlers.estimating import keep, kept_costing
from handlers.flows.decisions import Refusal, RefusalReason, Ruling
from handlers.posts import post_of
from handlers.pricing_words import kept_changes
from handlers.visit import Visit
from storage import costings, decisions, events, outbox, people, requests
from storage.requests import Request


async def decide(visit: Visit, thing: str) -> None:
    """Open the question, with the facts; where nothing waits any more, say so."""
    request = await of_link(visit, "decide", thing)
    if request is None:
        return
    found = await findings.gather(visit.work, visit.shop, request)
    if request.state not in QUOTABLE or not found.held:
        await visit.show(Screen(visit.say("decide-nothing", number=request.number)))
        return
    kinds = [one.kind for one in found.held]
    await visit.show(Screen(_facts(visit, request, found.held)), silent=True)
    await talks.start_once(visit, "ruling", about={"request": request.id, "hazards": sorted(kinds)})


def _facts(visit: Visit, request: Request, held: Sequence[Hazard]) -> str:
    """Say what is decided on, and which lines would be left out; HTML."""
    say, catalogue = visit.say, visit.shop.shelf.catalogue(request.books)
    told = [say("decide-about", number=request.number), *(checks.hazard(say, one) for one in held)]
    lines = excluded(request.asked.lines, held, catalogue)
    names = dict.fromkeys(catalogue.get(one.code).label(say.lang) for one in lines)
    if names:
        told.append(say("decide-leaves-out", what=", ".join(names)))
    return "\n".join(told)


async def ruled(visit: Visit, answers: Ruling, about: Mapping[str, Any]) -> None:
    """Record the decision on the hazards that were shown, where they still wait."""
    request = await requests.get(visit.work, int(about["request"]))
    found = await findings.gather(visit.work, visit.shop, request)
    now = [one for one in found.held if one.kind in about["hazards"]]
    if request.state not in QUOTABLE or not now:
        await visit.show(Screen(visit.say("changed-meanwhile")))
        return
    if answers.verdict is Verdict.REFUSE and request.state != "submitted":
        await visit.show(Screen(visit.say("decide-quoted", number=request.number)))
        return
    if answers.verdict is Verdict.EXCLUDE and not await _left_out(visit, request, now):
        await visit.show(Screen(visit.say("decide-nothing-left", number=request.number)))
        return
    kinds = [one.kind for one in now]
    await decisions.record(
        visit.work, request.id, visit.person.id, answers.verdict, kinds, answers.reason
    )
    await events.record(
        visit.work,
        "ruled",
        "request",
        request.id,
        actor_id=visit.person.id,
        verdict=answers.verdict,
        hazards=kinds,
        reason=answers.reason,
    )
    if answers.verdict is Verdict.REFUSE:
        refusal = Refusal(RefusalReason.HAZARD, answers.reason)
        await quoting.refused(visit, refusal, about)
        return
    await _tell(visit, request, answers.verdict, kinds)
    await visit.show(Screen(visit.say("decide-done", number=request.number)))
    await desk.refresh(visit, request.id, fresh=True)


async def _left_out(visit: Visit, request: Request, hazards: Sequence[Hazard]) -> bool:
    """Take the lines concerned out of request and draft; False where nothing would be left."""
    asked, catalogue = request.asked.lines, visit.shop.catalogue
    out = excluded(asked, hazards, catalogue)
    next_one = (await to_begin_with(visit.work, visit.shop, request)).lines
    if out == asked or excluded(next_one, hazards, catalogue) == next_one:
        return False
    if not await _left_out_of_draft(visit, request, hazards):
        return False
    if out:
        await requests.drop_lines(visit.work, request, out)
        await requests.change(visit.work, request)
        await events.record(
            visit.work,
            "lines_excluded",
            "request",
            request.id,
            actor_id=visit.person.id,
            lines=[f"{line.quantity} {line.code}" for line in out],
        )
    return True


async def _left_out_of_draft(visit: Visit, request: Request, hazards: Sequence[Hazard]) -> bool:
    """Take them out of the price that is being worked out, which colleagues see as a change."""
    found = await costings.find_open(visit.work, request.id)
    if found is None:
        return True
    draft = await costings.lock(visit.work, found.id)
    before = kept_costing(draft.content)
    out = excluded(before.lines, hazards, visit.shop.catalogue)
    left = replace(before, lines=tuple(line for line in before.lines if line not in out))
    if out and left.lines:
        changes = kept_changes(internal_differences(before, left), visit.shop.catalogue)
        await costings.change(visit.work, draft, keep(left), visit.person.id, changes)
    return bool(left.lines)


async def _tell(visit: Visit, request: Request, verdict: Verdict, kinds: Sequence[str]) -> None:
    """Tell the client how it goes on; never that a site is safe."""
    client = await people.get(visit.work, request.person_id)
    say = visit.shop.words.say(client.language)
    words = say(f"client-ruled-{verdict}", number=request.number, what=findings.names(say, kinds))
    await outbox.put(visit.work, post_of(Screen(words), client.id))
