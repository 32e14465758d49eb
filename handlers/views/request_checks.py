"""What the card of a request says beside the work: hazards, decisions, the visit, an open relay."""

from domain.hazards import Hazard
from domain.requests import QUOTABLE
from handlers.context.context_protocols import ViewContext
from handlers.views import findings
from handlers.views.findings import Findings
from handlers.views.survey_wording import survey_time
from handlers.words.catalogue import Say
from storage import events, media, people, relays, surveys
from storage.hazard_decisions import Decision
from storage.requests import Request

REST_ASKED = "rest_asked"  # the event


async def lines(ctx: ViewContext, say: Say, request: Request, found: Findings) -> list[str]:
    """Write the paragraphs, in HTML; nothing is said where nothing was found."""
    ruled = {kind for decision in found.decided for kind in decision.hazards}
    hazards = [hazard(say, one, decided=one.kind in ruled) for one in found.hazards]
    parts = ["\n".join(hazards)] if hazards else []
    parts += [_decision(say, decision) for decision in found.decided]
    if found.held and request.state in QUOTABLE:
        what = findings.named(say, found.held)
        parts.append("<b>" + say("request-card-held", what=what) + "</b>")
    papers = await _papers(ctx, say, request)
    parts += [papers] if papers else []
    if found.survey and not request.asked.brief:
        why = findings.reasons(say, found.survey)
        parts.append(say("request-card-survey", reasons=why))
    if request.asked.brief:
        parts += await _rest_asked(ctx, say, request)
    parts += await _survey(ctx, say, request)
    relay = await relays.of_request(ctx.tx, request.id)
    if relay is not None:
        person = await people.get(ctx.tx, relay.coordinator_id)
        name = person.display_name
        parts.append(say("request-card-taken", name=name, since=say.time(relay.began_at)))
    return parts


def hazard(say: Say, hazard: Hazard, *, decided: bool = False) -> str:
    """Say what was found, in which words, and what becomes of it; HTML."""
    return say(
        "request-card-hazard" if hazard.words else "request-card-hazard-bare",
        what=say.plain(f"hazard-{hazard.kind}"),
        words=", ".join(hazard.words),
        action=say.plain("hazard-decided" if decided else f"hazard-action-{hazard.action}"),
    )


def _decision(say: Say, decision: Decision) -> str:
    return say(
        "request-card-decision",
        name=decision.name,
        at=decision.at,
        verdict=say.plain(f"verdict-{decision.verdict}"),
        what=findings.names(say, decision.hazards),
        reason=decision.reason,
    )


async def _papers(ctx: ViewContext, say: Say, request: Request) -> str:
    """List the papers that came, and that somebody must listen."""
    files = await media.attached(ctx.tx, "request", request.id)
    kinds = [
        "voice" if file.kind == "voice" else purpose
        for purpose, file, _ in files
        if file.kind == "voice" or say.has(f"paper-{purpose}")
    ]
    named = [say.plain(f"paper-{kind}") for kind in dict.fromkeys(kinds)]
    return say("request-card-papers", what=", ".join(named)) if named else ""


async def _rest_asked(ctx: ViewContext, say: Say, request: Request) -> list[str]:
    """Say who asked the client for the rest, and when."""
    asked = await events.last(ctx.tx, REST_ASKED, "request", request.id)
    if asked is None or asked.actor_id is None:
        return []
    person = await people.get(ctx.tx, asked.actor_id)
    name = person.display_name
    return [say("request-card-rest-asked", name=name, at=asked.at)]


async def _survey(ctx: ViewContext, say: Say, request: Request) -> list[str]:
    survey = await surveys.find(ctx.tx, request.id)
    if survey is None:
        return []
    person = await people.get(ctx.tx, survey.surveyor_id)
    name = person.display_name
    return [say(f"request-card-survey-{survey.state}", when=survey_time(say, survey), name=name)]
