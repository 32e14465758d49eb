"""A client's request: begun, sent, and confirmed to the client."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from domain.activities import Parking, by_hand, in_order
from domain.communes import Pin
from domain.document_kinds import ASBESTOS, CUT_OFF, OTHER, PEMD
from handlers.cards import request_cards
from handlers.cards.home_card import show_home
from handlers.cards.request_hold import record_hold
from handlers.context import sent_files
from handlers.context.services import Services
from handlers.context.update_context import UpdateContext
from handlers.conversation.kinds import MapPin
from handlers.inventory.inventory_state import DraftLine, Goods
from handlers.requests import address_lookup, request_files
from handlers.requests.activity_rules import Detail, particulars_of, rules_of, wishes_of
from handlers.requests.address_kinds import commune_of, postcode_of, street_of
from handlers.requests.contact_kind import written
from handlers.requests.prefill import site_of
from handlers.requests.request_form import RequestForm, access_of, inventory_of, range_words
from handlers.sessions import lifecycle
from handlers.views import findings
from handlers.views.estimates import book_of, estimate
from handlers.views.findings import Findings
from handlers.views.particulars_wording import activities_words
from handlers.words.catalogue import Say
from storage import events, requests, sites
from storage.request_content import RequestContent, Site
from storage.requests import Request

FORM = "request"
SITE, VOICE = findings.SITE, sent_files.VOICE_NOTE


async def begin_anew(ctx: UpdateContext) -> None:
    """Begin an empty request after a draft was discarded."""
    await lifecycle.start(ctx, FORM)


async def finish(ctx: UpdateContext, answers: RequestForm) -> None:
    """Store the request under its number; inform the client and the coordinators."""
    if ctx.person.company_id is None:
        raise LookupError("a request needs a company")
    request = await requests.open_(
        ctx.tx,
        asked(answers),
        company_id=ctx.person.company_id,
        person_id=ctx.person.id,
        books=ctx.services.reference_files.books,
    )
    await events.record(ctx.tx, "submitted", "request", request.id, actor_id=ctx.person.id)
    await address_lookup.look_up(ctx, request)
    found = await taken_down(ctx, request, answers)
    await show_home(ctx, note=receipt_words(ctx.say, ctx.services, request, found))


async def taken_down(
    ctx: UpdateContext, request: Request, answers: RequestForm, shown: Collection[int] = ()
) -> Findings:
    """Keep what came with a request, show it to the coordinators; return what is found in it.

    `shown` are the files that coordinators have seen before.
    """
    await _keep_files(ctx, request, answers)
    await _attach_line_photos(ctx, request.id, answers.lines or ())
    if not request.asked.brief:
        await _remember(ctx, request)
    found = await record_hold(ctx, request)
    await request_cards.arrived(ctx, request, found, shown)
    return found


def receipt_words(say: Say, services: Services, request: Request, found: Findings) -> str:
    """Say what follows for a request, and what we cannot take; HTML."""
    hazards = findings.hazard_words(say, found.hazards)
    words = "\n".join(_told(say, services, request, found))
    return f"{hazards}\n\n{words}" if hazards else words


def _told(say: Say, services: Services, request: Request, found: Findings) -> Iterator[str]:
    asked = request.asked
    if asked.brief:
        yield say("request-sent-brief", number=request.number)
        return
    yield say("request-sent", number=request.number)
    if found.survey:
        yield say("survey-will-come", reasons=findings.reasons(say, found.survey))
    if priced_by_hand := by_hand(asked.activities):
        yield say("price-by-hand", what=activities_words(say, priced_by_hand))
    else:
        yield range_words(say, estimate(services, request), book_of(services, request))


async def _keep_files(ctx: UpdateContext, request: Request, answers: RequestForm) -> None:
    """Attach each file to the request by purpose: site photo, document, voice note."""
    note = answers.said or answers.note
    told = note.files if note else ()
    sent = [
        (photo.paper or (VOICE if photo.is_voice else SITE), photo)
        for photo in answers.photos or ()
    ]
    others = answers.lines.others if answers.lines else ()
    sent += [
        (SITE, replace(photo, caption=photo.caption or other.written))
        for other in others
        for photo in other.photos
    ]
    sent += [(OTHER, file) for file in (answers.lines.scans if answers.lines else ())]
    sent += [(ASBESTOS, file) for file in answers.asbestos_file or ()]
    sent += [(CUT_OFF, file) for file in answers.cut_off_file or ()]
    sent += [(PEMD, file) for file in answers.pemd_file or ()]
    sent += [(file.paper or (VOICE if file.is_voice else SITE), file) for file in told]
    for purpose in dict.fromkeys(purpose for purpose, _ in sent):
        files = [file for kind, file in sent if kind == purpose]
        await request_files.keep(ctx.tx, request.id, ctx.person.id, purpose, files)


async def _remember(ctx: UpdateContext, request: Request) -> None:
    """Store the site as a known site of the company."""
    asked = request.asked
    site = asked.site
    await sites.remember(
        ctx.tx,
        company_id=request.company_id,
        person_id=ctx.person.id,
        address=site.address,
        postcode=site.postcode,
        answers=site_of(asked) | {"contact": written(asked.contact)},
    )


def site(answers: RequestForm) -> Site:
    """Build the site; a pin without an address is written as its degrees."""
    place = answers.address
    sent = answers.pin or (place if isinstance(place, MapPin) else None)
    pin = Pin(sent.latitude, sent.longitude) if sent else None
    pinned = isinstance(place, MapPin)
    address = (answers.landmark or f"GPS {pin}") if pinned else street_of(answers)
    access, parking = access_of(answers), answers.parking or Parking.STREET
    return Site(address, postcode_of(answers), commune_of(answers), access, parking, pin)


def asked(answers: RequestForm) -> RequestContent:
    """Convert the finished form to the request's content."""
    return RequestContent(
        activities=in_order(answers.activities),
        site=site(answers),
        lines=inventory_of(answers),
        earliest_on=answers.earliest,
        deadline_on=answers.deadline or answers.earliest,
        note=_note(answers),
        unread=_unpriced(answers.lines) if answers.lines else (),
        asbestos=answers.asbestos,
        cut_off=answers.cut_off,
        particulars=particulars_of(answers),
        contact=answers.contact,
        brief=answers.detail is Detail.QUICK,
        rules=rules_of(answers),
        wishes=wishes_of(answers),
    )


def _note(answers: RequestForm) -> str | None:
    """Join what the client notes and the sentences of the list that are about no thing."""
    note = answers.said or answers.note
    told = note.text if note else ""
    remarks = answers.lines.remarks if answers.lines else ()
    return "\n".join(filter(None, (told, *remarks))) or None


def _unpriced(goods: Goods) -> tuple[str, ...]:
    """List what a coordinator prices or excludes: things with their size, and words as written."""
    return (*(other.written for other in goods.others), *goods.unread)


async def _attach_line_photos(
    ctx: UpdateContext, request_id: int, lines: Iterable[DraftLine]
) -> None:
    """Attach the photos of a line to the request, by the line's position."""
    for place, line in enumerate(lines):
        purpose = f"line-{place}"
        await request_files.keep(ctx.tx, request_id, ctx.person.id, purpose, line.photos)
