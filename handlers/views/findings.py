"""What is known against a request: hazards in its words, answers about fixed items, decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.gates import waiting
from domain.hazards import UNREAD, Hazard, find_hazards, hazard, together
from domain.survey import SurveyReason, answered_hazards, survey_needed
from handlers.context.services import Services
from handlers.words.catalogue import Say
from storage import hazard_decisions, media, request_thread
from storage.hazard_decisions import Decision
from storage.request_thread import ThreadMessage
from storage.requests import Request
from storage.transaction import Reading

SITE = "site"


@dataclass(frozen=True, slots=True)
class Findings:
    """Facts only: nobody here says that a site is safe."""

    hazards: tuple[Hazard, ...]
    decided: tuple[Decision, ...]
    survey: tuple[SurveyReason, ...]
    thread: tuple[ThreadMessage, ...]

    @property
    def held(self) -> tuple[Hazard, ...]:
        """Say why no quote goes out: the hazards nobody has ruled on; empty where one may."""
        return waiting(
            self.hazards, {kind for decision in self.decided for kind in decision.hazards}
        )


async def review(tx: Reading, services: Services, request: Request) -> Findings:
    """Look through all that was written and answered."""
    asked = request.asked
    files = await media.attached(tx, "request", request.id)
    thread = await request_thread.thread(tx, request.id)
    hazards = together(
        find_hazards(
            asked.note or "",
            *asked.unread,
            asked.site.address,
            asked.particulars.handling_to or "",
            asked.particulars.transform or "",
            asked.wishes.bound_words or "",
            *(await media.captions(tx, "request", request.id) if files else ()),
            *(message.text for message in thread if message.from_client),
        ),
        answered_hazards(asked.lines, services.catalogue, asked.asbestos, asked.cut_off),
        asked.particulars.hazards,
    )
    photos = sum(purpose == SITE for purpose, _, _ in files)
    access = asked.site.access
    reasons = survey_needed(asked.lines, access, services.catalogue, photos=photos, hazards=hazards)
    if asked.unread:  # what it is, a coordinator tells: nobody need come for it
        hazards = together(hazards, [hazard(UNREAD, *asked.unread)])
    decided = await hazard_decisions.of_request(tx, request.id)
    return Findings(hazards, tuple(decided), reasons, tuple(thread))


def hazard_words(say: Say, hazards: Sequence[Hazard]) -> str:
    """Tell a client kindly, in HTML, what we cannot take and whom to ask; empty for nothing."""
    lines = [
        say(f"hazard-{hazard.kind}.client", words=", ".join(hazard.words)) for hazard in hazards
    ]
    return "\n".join([say("hazards-told"), *lines]) if lines else ""


def names(say: Say, kinds: Sequence[str]) -> str:
    """List kinds of hazard in words, plain."""
    return ", ".join(say.plain(f"hazard-{kind}") for kind in kinds)


def named(say: Say, found: Sequence[Hazard]) -> str:
    """List what was found in words, plain: what nobody could read by its own words."""
    return ", ".join(
        ", ".join(one.words) if one.kind == UNREAD else names(say, [one.kind]) for one in found
    )


def reasons(say: Say, found: Sequence[SurveyReason]) -> str:
    """List why somebody must see the site, plain."""
    return ", ".join(say.plain(f"survey-reason-{survey_reason}") for survey_reason in found)
