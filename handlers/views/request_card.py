"""The coordinators' card of a request: what is asked, what it would cost, what to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from domain.activities import by_hand
from domain.requests import RequestState
from domain.vat import STANDARD, Unclear, VatCase, VatFacts
from handlers.context.callbacks import button
from handlers.context.context_protocols import ViewContext
from handlers.context.deep_links import link
from handlers.context.posts import length, short
from handlers.conversation.kinds.choice import said
from handlers.conversation.kinds.phone import show_phone
from handlers.conversation.screen import Button, Screen
from handlers.views import findings, request_checks, vat_question
from handlers.views.address_check import warnings
from handlers.views.costing_card import sheet_of, totals
from handlers.views.costing_codes import write_vat
from handlers.views.estimates import as_asked, estimate, vat_of
from handlers.views.findings import Findings
from handlers.views.job_views import map_button
from handlers.views.particulars_wording import activities_words, opener_words, particulars_words
from handlers.views.pending_change import answering, wished
from handlers.views.price_wording import amount, revision_words
from handlers.views.site_wording import floors_words, rules_words, wishes_words
from handlers.words.catalogue import GROUP_LANGUAGE, Say
from storage import costings, jobs, people, quotes
from storage.request_thread import ThreadMessage
from storage.requests import Request

LONGEST_NOTE, LONGEST_THREAD = 700, 1400  # of the 4096 letters of a message
LONGEST_RULES, LONGEST_WISHES = 800, 650
NOTHING: Mapping[str, str] = {}


async def draw(
    ctx: ViewContext,
    request: Request,
    told: VatFacts = NOTHING,
    found: Findings | None = None,
) -> Screen:
    """Draw the card from the request, its price and its thread; `found` where it is known."""
    say = ctx.services.words.say(GROUP_LANGUAGE)
    told_in_full = bool(request.asked.lines)  # a brief one may be refused as it is
    parts = [await _head(say, ctx, request), *warnings(say, request)]
    beside = _beside(say, ctx.services.request_form, request) if told_in_full else []
    if told_in_full:
        parts += [_site(say, request), *beside, _inventory(say, ctx, request)]
        parts += await _prices(say, ctx, request, told)
    found = found or await findings.review(ctx.tx, ctx.services, request)
    parts += await request_checks.lines(ctx, say, request, found)
    if request.asked.note:
        parts.append(say("request-card-note", note=short(request.asked.note, LONGEST_NOTE)))
    taken = sum(map(length, beside))
    parts += _thread(say, found.thread, max(LONGEST_NOTE, LONGEST_THREAD - taken))
    parts.append("<b>" + say(f"request-state-{request.state}") + "</b>")
    if request.asked.brief:
        return Screen("\n\n".join(parts), _brief_buttons(say, ctx, request))
    return await _with_answers(say, ctx, request, told, found, parts)


async def _with_answers(
    say: Say,
    ctx: ViewContext,
    request: Request,
    told: VatFacts,
    found: Findings,
    parts: list[str],
) -> Screen:
    """Add what came of it: the newest quote and what was said to it, or the job."""
    revision = await quotes.newest(ctx.tx, request.id)
    if revision is not None:
        parts += revision_words(say, revision)
        if revision.agreed_by:
            role = revision.agreed_role or ""
            parts.append(say("request-card-agreed", name=revision.agreed_by, role=role))
        parts += await wished(say, ctx, request, revision)
    if request.reason:
        parts.append(say("request-card-reason", reason=request.reason))
    job = await jobs.of_request(ctx.tx, request.id) if revision else None
    if job is None or job.published_at is None:
        rows = await _buttons(say, ctx, request, told, found)
        answers = answering(say, ctx, request, revision)
        waits = request.held or (revision is not None and revision.wish)
        return Screen("\n\n".join(parts), answers + rows if waits else rows + answers)
    parts.append(say("request-card-job", number=job.number))  # its own card has the buttons
    return Screen("\n\n".join(parts))


async def _head(say: Say, ctx: ViewContext, request: Request) -> str:
    """Say who asks for what, where; who opens, and what only some activities ask."""
    asked = request.asked
    company = await people.company(ctx.tx, request.company_id)
    person = await people.get(ctx.tx, request.person_id)
    head = say(
        "request-card-request",
        number=request.number,
        company=company.name,
        name=person.display_name,
        phone=show_phone(person.phone) if person.phone else "—",
        activity=activities_words(say, asked.activities),
        address=asked.site.address,
        town=asked.site.town,
    )
    unknown = [] if company.siret else [say("request-card-no-siret")]
    opener = [opener_words(say, asked.contact)] if asked.contact else []
    told = particulars_words(say, asked.particulars)
    return "\n".join([head, *unknown, *opener, *(escape(one, quote=False) for one in told)])


def _beside(say: Say, form: type[Any], request: Request) -> list[str]:
    """Say what is out of the usual at the place, and what is wanted beside the work."""
    rules = short("\n".join(rules_words(say, form, request.asked)), LONGEST_RULES)
    wishes = short("\n".join(wishes_words(say, form, request.asked)), LONGEST_WISHES)
    return [escape(one, quote=False) for one in (rules, wishes) if one]


def _thread(say: Say, thread: Sequence[ThreadMessage], room: int) -> list[str]:
    """Show the newest words of both sides, as many as the card has room for."""
    shown: list[str] = []
    for message in reversed(thread):
        key = "request-card-message-client" if message.from_client else "request-card-message-us"
        text = short(_words(say, message), LONGEST_NOTE)
        room -= length(text)
        if room < 0:
            shown.append(say("request-card-messages-more", count=len(thread) - len(shown)))
            break
        shown.append(say(key, text=text))
    return shown[::-1]


def _words(say: Say, message: ThreadMessage) -> str:
    """Write what was said; a file by what it is, a voice note to be listened to."""
    if message.kind is None:
        return message.text
    file = say.plain(f"file-{message.kind}", name=message.name or "")
    return f"{file} {message.text}".strip()


def _site(say: Say, request: Request) -> str:
    site = request.asked.site
    return say(
        "request-card-site",
        floor=floors_words(request.asked, site.access.floor),
        lift=said(say, "request-lift", site.access.lift),
        carry=int(site.access.carry_m),
        parking=say.plain(f"request-parking.{site.parking}"),
        occupied=say("yes" if site.access.occupied else "no"),
        earliest=say.day(request.asked.earliest_on),
        deadline=say.day(request.asked.deadline_on),
    )


def _inventory(say: Say, ctx: ViewContext, request: Request) -> str:
    lines, fixed = [], say.plain("goods-fixed")
    for line in request.asked.lines[:12]:
        item = ctx.services.catalogue.get(line.code)
        lines.append(
            say(
                "inventory-line",
                quantity=amount(say, item, line.quantity),
                item=item.label(GROUP_LANGUAGE),
                condition=", ".join([line.condition, *([fixed] if line.fixed else [])]),
            )
        )
    rest = len(request.asked.lines) - len(lines)
    return "\n".join(lines + ([say("inventory-more", count=rest)] if rest else []))


async def _prices(say: Say, ctx: ViewContext, request: Request, told: VatFacts) -> list[str]:
    """Say what was reckoned, then what colleagues made of it, or what the VAT still wants."""
    vat = vat_of(ctx.services, request, replace(as_asked(request), vat=told))
    case = vat if isinstance(vat, VatCase) else STANDARD
    estimated = estimate(ctx.services, request, vat=case)
    tx = say(
        "request-card-estimate",
        volume=say.number(estimated.volume_m3),
        weight=say.number(estimated.weight_kg),
        hours=say.duration(estimated.hours),
        days=estimated.days,
        crew=estimated.crew,
    )
    draft = await costings.find_open(ctx.tx, request.id)
    if draft is not None:
        person = await people.get(ctx.tx, draft.person_id)
        name = person.display_name
        worked = totals(say, sheet_of(ctx.services, request, draft))
        return [tx, "\n".join([say("request-card-draft", name=name), *worked])]
    open_ones = []
    if request.state is RequestState.SUBMITTED:
        extra = by_hand(request.asked.activities)
        what = activities_words(say, extra)
        priced = say("request-card-by-hand", what=what) if extra else vat_question.words(say, vat)
        open_ones = [priced]
    sent = await _sent(say, ctx, request)
    incl = say.plain("request-card-incl", incl=say.money(estimated.total_incl_vat_cents))
    price = say(
        "request-card-price",
        excl=say.money(estimated.total_excl_vat_cents),
        incl=incl if vat is case else say.plain("request-card-vat-open"),
    )
    head = [tx, *sent] if sent else [f"{tx}\n{price}"]  # never two prices on one card
    return [*head, *filter(None, open_ones)]


async def _sent(say: Say, ctx: ViewContext, request: Request) -> list[str]:
    """Say how the newest quote differs from what was reckoned; for colleagues only."""
    newest = await quotes.newest(ctx.tx, request.id)
    if newest is None or newest.costing_id is None:
        return []
    costing = await costings.get(ctx.tx, newest.costing_id)
    sheet = sheet_of(ctx.services, request, costing)
    return totals(say, sheet) if sheet.difference_cents else []


def _brief_buttons(say: Say, ctx: ViewContext, request: Request) -> tuple[tuple[Button, ...], ...]:
    """Offer to have the rest told: by the client, or by who has seen the site."""
    ask = button(say.plain("request-card-ask-rest"), "askrest", request.id, style="primary")
    return (
        (ask,),
        (link(ctx.services, say.plain("request-card-tell-rest"), "tell", request.id),),
        _talking(say, ctx, request),
        (
            link(ctx.services, say.plain("request-card-survey-button"), "survey", request.id),
            link(ctx.services, say.plain("request-card-take"), "take", request.id),
        ),
        (map_button(say.plain("request-card-map"), request.asked.site),),
    )


def _talking(say: Say, ctx: ViewContext, request: Request) -> tuple[Button, ...]:
    return (
        link(ctx.services, say.plain("request-card-ask"), "ask", request.id),
        link(ctx.services, say.plain("request-card-refuse"), "refuse", request.id, style="danger"),
    )


async def _buttons(
    say: Say,
    ctx: ViewContext,
    request: Request,
    told: VatFacts,
    found: Findings,
) -> tuple[tuple[Button, ...], ...]:
    def cost(key: str) -> tuple[Button, ...]:
        return (link(ctx.services, say.plain(key), "cost", request.id),)

    way = (map_button(say.plain("request-card-map"), request.asked.site),)
    chat = link(ctx.services, say.plain("request-card-take"), "take", request.id)
    see = link(ctx.services, say.plain("request-card-survey-button"), "survey", request.id)
    seeing = (see, chat) if found.survey else (chat,)
    if request.state is RequestState.SUBMITTED:
        drafted = await costings.find_open(ctx.tx, request.id)
        sending = () if drafted else _sending(say, ctx, request, told)
        if found.held:
            decide = link(ctx.services, say.plain("request-card-decide"), "decide", request.id)
            sending = ((replace(decide, style="primary"),),)
        return (
            *sending,
            cost("request-card-cost"),
            _talking(say, ctx, request),
            seeing,
            way,
        )
    if request.state in {RequestState.QUOTED, RequestState.DECLINED}:
        return (cost("request-card-revise"), (chat,), way)
    if request.state is RequestState.ACCEPTED:
        words = say.plain("request-card-plan")
        plan = link(ctx.services, words, "plan", request.id, style="primary")
        write = link(ctx.services, say.plain("write-client"), "ask", request.id)
        return ((plan,), (write,), way)
    return ()


def _sending(
    say: Say, ctx: ViewContext, request: Request, told: VatFacts
) -> tuple[tuple[Button, ...], ...]:
    """Offer to send the quote as reckoned, or the answers that its VAT depends on."""
    if by_hand(request.asked.activities):
        return ()  # the book has no rate for some of it: a colleague adds what it costs
    vat = vat_of(ctx.services, request, replace(as_asked(request), vat=told))

    def quote(words: str, more: str) -> Button:
        so_far = ".".join(filter(None, (write_vat(told), more)))
        return button(words, "quote", request.id, request.version, so_far, style="success")

    if isinstance(vat, Unclear):
        return vat_question.rows(say, vat, quote)
    return ((quote(say.plain("request-card-send-quote"), ""),),)
