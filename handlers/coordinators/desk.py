"""The coordinators' card of a request: what is asked, what it would cost, what to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from domain.vat import STANDARD, Unclear, VatCase, VatFacts
from handlers import alerts, findings
from handlers.actions import button
from handlers.conversation.kinds import SentFile
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Button, Screen
from handlers.coordinators import checks, vat_question
from handlers.coordinators.addresses import warnings
from handlers.coordinators.costing_card import sheet_of, totals
from handlers.coordinators.wishes import answering, wished
from handlers.deeplinks import link
from handlers.dossier import map_button
from handlers.estimating import as_asked, estimate, vat_of
from handlers.findings import Findings
from handlers.flows.costing import write_vat
from handlers.office import Office
from handlers.posts import length, post_of, short
from handlers.pricing_words import revision_words
from handlers.receiving import PHOTO, carrying
from handlers.receiving import arrived as arrived_as
from handlers.shop import Shop
from handlers.visit import GROUP_LANGUAGE, Visit
from handlers.words.catalogue import Say
from storage import costings, jobs, media, outbox, people, quotes, requests
from storage.outbox import Post, Urgency
from storage.requests import Message, Request
from storage.work import Work

LONGEST_NOTE, LONGEST_THREAD = 700, 1400  # of the 4096 letters of a message
ALBUM = 10  # photos in one message
NOTHING: Mapping[str, str] = {}


def card(request_id: int) -> str:
    return f"request:{request_id}"


async def arrived(visit: Visit | Office, request: Request) -> None:
    """Show a new request in the coordinators' group, with its photos."""
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    say = visit.shop.words.say(GROUP_LANGUAGE)
    files = [
        (purpose, one)
        for purpose, one, _ in await media.attached(visit.work, "request", request.id)
    ]
    documents = [one.id for _, one in files if one.kind == "document"]
    photos = [one.id for _, one in files if one.kind == PHOTO]
    photos += await media.pictures(visit.work, documents)
    caption = say("desk-photos", number=request.number)
    posts = [
        Post(chat_id, caption, photos=tuple(photos[start : start + ALBUM]), silent=True)
        for start in range(0, len(photos), ALBUM)
    ]
    posts += [
        Post(chat_id, _named(say, request, purpose), document=one.id, silent=True)
        for purpose, one in files
        if one.kind != PHOTO
    ]
    await outbox.put(visit.work, *posts)
    await refresh(visit, request.id, fresh=True)


async def files_came(
    visit: Visit, request: Request, files: Sequence[SentFile], ids: Sequence[int]
) -> None:
    """Show files of an answer in the coordinators' group, each as what it is."""
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    say = visit.shop.words.say(GROUP_LANGUAGE)
    kinds = [arrived_as(one).kind for one in files]
    captions = [_named(say, request, kind) for kind in kinds]
    posts = map(partial(carrying, chat_id, silent=True), kinds, ids, captions)
    await outbox.put(visit.work, *posts)


async def pictured(work: Work, shop: Shop, media_id: int, picture_id: int) -> None:
    """Show beside the original the picture that was made of it, for each request it came with."""
    chat_id = await alerts.coordinator_chat(work, shop)
    if chat_id is None:
        return
    say = shop.words.say(GROUP_LANGUAGE)
    for request_id in await media.subjects(work, media_id, "request"):
        request = await requests.get(work, request_id)
        caption = say("desk-photos", number=request.number)
        await outbox.put(work, Post(chat_id, caption, photos=(picture_id,), silent=True))


async def refresh(
    visit: Visit | Office, request_id: int, *, fresh: bool = False, told: VatFacts = NOTHING
) -> None:
    """Show the request as it stands now; `fresh` where somebody should act.

    `told` is what was just said about the VAT, where more must be asked.
    """
    chat_id = await alerts.coordinator_chat(visit.work, visit.shop)
    if chat_id is None:
        return
    request = await requests.get(visit.work, request_id)
    screen = await draw(visit, request, told)
    await outbox.put(
        visit.work,
        post_of(screen, chat_id, card=card(request.id), fresh=fresh, urgency=Urgency.NOTICE),
    )


async def draw(visit: Visit | Office, request: Request, told: VatFacts = NOTHING) -> Screen:
    """Draw the card from the request, its price and its thread."""
    say = visit.shop.words.say(GROUP_LANGUAGE)
    company = await people.company(visit.work, request.company_id)
    person = await people.get(visit.work, request.person_id)
    parts = [
        say(
            "desk-request",
            number=request.number,
            company=company.name,
            name=person.full_name or person.first_name,
            phone=show_phone(person.phone) if person.phone else "—",
            activity=say.plain(f"request-activity.{request.asked.activity}"),
            address=request.asked.site.address,
            town=request.asked.site.town,
        ),
        *warnings(say, request),
        _site(say, request),
        _inventory(say, visit, request),
        *await _prices(say, visit, request, told),
    ]
    found = await findings.gather(visit.work, visit.shop, request)
    parts += await checks.lines(visit, say, request, found)
    if request.asked.note:
        parts.append(say("desk-note", note=short(request.asked.note, LONGEST_NOTE)))
    parts += _thread(say, found.thread)
    parts.append("<b>" + say(f"request-state-{request.state}") + "</b>")
    revision = await quotes.newest(visit.work, request.id)
    if revision is not None:
        parts += revision_words(say, revision)
        if revision.agreed_by:
            parts.append(
                say("desk-agreed", name=revision.agreed_by, role=revision.agreed_role or "")
            )
        parts += await wished(say, visit, request, revision)
    if request.reason:
        parts.append(say("desk-reason", reason=request.reason))
    job = await jobs.of_request(visit.work, request.id) if revision else None
    if job is None or job.published_at is None:
        rows = await _buttons(say, visit, request, told, found)
        return Screen("\n\n".join(parts), rows + answering(say, visit, request, revision))
    parts.append(say("desk-job", number=job.number))  # its own card has the buttons
    return Screen("\n\n".join(parts))


def _thread(say: Say, thread: Sequence[Message]) -> list[str]:
    """Show the newest words of both sides, as many as the card has room for."""
    shown: list[str] = []
    room = LONGEST_THREAD
    for message in reversed(thread):
        key = "desk-message-client" if message.from_client else "desk-message-us"
        text = short(_words(say, message), LONGEST_NOTE)
        room -= length(text)
        if room < 0:
            shown.append(say("desk-messages-more", count=len(thread) - len(shown)))
            break
        shown.append(say(key, text=text))
    return shown[::-1]


def _words(say: Say, message: Message) -> str:
    """Write what was said; a file by what it is, a voice note to be listened to."""
    if message.kind is None:
        return message.text
    file = say.plain(f"file-{message.kind}", name=message.name or "")
    return f"{file} {message.text}".strip()


def _named(say: Say, request: Request, purpose: str) -> str:
    """Name a file in the group: what kind of paper it is, or that it must be listened to."""
    key = f"paper-{purpose}"
    words = say.plain(key if say.has(key) else "paper-other")
    return say("desk-file", number=request.number, what=words)


def _site(say: Say, request: Request) -> str:
    site = request.asked.site
    return say(
        "desk-site",
        floor=site.access.floor,
        lift=say.plain(f"request-lift.{site.access.lift}"),
        carry=int(site.access.carry_m),
        parking=say.plain(f"request-parking.{site.parking}"),
        occupied=say("yes" if site.access.occupied else "no"),
        earliest=say.day(request.asked.earliest_on),
        deadline=say.day(request.asked.deadline_on),
    )


def _inventory(say: Say, visit: Visit | Office, request: Request) -> str:
    lines, fixed = [], say.plain("goods-fixed")
    for line in request.asked.lines[:12]:
        item = visit.shop.catalogue.get(line.code)
        lines.append(
            say(
                "inventory-line",
                quantity=say.number(line.quantity),
                item=item.label(GROUP_LANGUAGE),
                condition=", ".join([line.condition, *([fixed] if line.fixed else [])]),
            )
        )
    rest = len(request.asked.lines) - len(lines)
    return "\n".join(lines + ([say("inventory-more", count=rest)] if rest else []))


async def _prices(say: Say, visit: Visit | Office, request: Request, told: VatFacts) -> list[str]:
    """Say what was reckoned, then what colleagues made of it, or what the VAT still wants."""
    vat = vat_of(visit.shop, request, replace(as_asked(request), vat=told))
    case = vat if isinstance(vat, VatCase) else STANDARD
    estimated = estimate(visit.shop, request, vat=case)
    incl = say.money(estimated.total_incl_vat_cents)
    text = say(
        "desk-estimate",
        volume=say.number(estimated.volume_m3),
        weight=say.number(estimated.weight_kg),
        hours=say.duration(estimated.hours),
        days=estimated.days,
        crew=estimated.crew,
        excl=say.money(estimated.total_excl_vat_cents),
        incl=say.plain("desk-incl", incl=incl) if vat is case else say.plain("desk-vat-open"),
    )
    draft = await costings.find_open(visit.work, request.id)
    if draft is not None:
        person = await people.get(visit.work, draft.person_id)
        name = person.full_name or person.first_name
        worked = totals(say, sheet_of(visit.shop, request, draft))
        return [text, "\n".join([say("desk-draft", name=name), *worked])]
    question = vat_question.words(say, vat) if request.state == "submitted" else ""
    return [text, *await _sent(say, visit, request), *([question] if question else [])]


async def _sent(say: Say, visit: Visit | Office, request: Request) -> list[str]:
    """Say how the newest quote differs from what was reckoned; for colleagues only."""
    newest = await quotes.newest(visit.work, request.id)
    if newest is None or newest.costing_id is None:
        return []
    costing = await costings.get(visit.work, newest.costing_id)
    sheet = sheet_of(visit.shop, request, costing)
    return totals(say, sheet) if sheet.difference_cents else []


async def _buttons(
    say: Say, visit: Visit | Office, request: Request, told: VatFacts, found: Findings
) -> tuple[tuple[Button, ...], ...]:
    def cost(key: str) -> tuple[Button, ...]:
        return (link(visit.shop, say.plain(key), "cost", request.id),)

    way = (map_button(say.plain("desk-map"), request.asked.site),)
    talk = link(visit.shop, say.plain("desk-take"), "take", request.id)
    see = link(visit.shop, say.plain("desk-survey-button"), "survey", request.id)
    seeing = (see, talk) if found.survey else (talk,)
    if request.state == "submitted":
        drafted = await costings.find_open(visit.work, request.id)
        sending = () if drafted else _sending(say, visit, request, told)
        if found.held:
            decide = link(visit.shop, say.plain("desk-decide"), "decide", request.id)
            sending = ((replace(decide, style="primary"),),)
        return (
            *sending,
            cost("desk-cost"),
            (
                link(visit.shop, say.plain("desk-ask"), "ask", request.id),
                link(visit.shop, say.plain("desk-refuse"), "refuse", request.id, style="danger"),
            ),
            seeing,
            way,
        )
    if request.state in {"quoted", "declined"}:
        return (cost("desk-revise"), (talk,), way)
    if request.state == "accepted":
        plan = link(visit.shop, say.plain("desk-plan"), "plan", request.id, style="primary")
        return ((plan,), way)
    return ()


def _sending(
    say: Say, visit: Visit | Office, request: Request, told: VatFacts
) -> tuple[tuple[Button, ...], ...]:
    """Offer to send the quote as reckoned, or the answers that its VAT depends on."""
    vat = vat_of(visit.shop, request, replace(as_asked(request), vat=told))

    def quote(words: str, more: str) -> Button:
        so_far = ".".join(filter(None, (write_vat(told), more)))
        return button(words, "quote", request.id, request.version, so_far, style="success")

    if isinstance(vat, Unclear):
        return vat_question.rows(say, vat, quote)
    return ((quote(say.plain("desk-send-quote"), ""),),)
