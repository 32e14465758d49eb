"""What a client wishes about a quote, on the coordinators' card, and what answers it."""

from dataclasses import replace

from domain.pricing import Estimate
from handlers.actions import button
from handlers.conversation.screen import Button
from handlers.deeplinks import link
from handlers.estimating import estimate, kept
from handlers.office import Office
from handlers.visit import Visit
from handlers.words.catalogue import Say
from storage.quotes import Revision
from storage.requests import Request


def price_today(visit: Visit | Office, request: Request, expired: Revision) -> Estimate:
    """Price a request with the books and the notice of today, under the VAT case it had."""
    today = replace(request, books=visit.shop.shelf.books, created_at=visit.work.now)
    reverse_charge = kept(expired.estimate).reverse_charge
    return estimate(visit.shop, today, reverse_charge=reverse_charge)


def wished(
    say: Say, visit: Visit | Office, request: Request, revision: Revision
) -> tuple[str, ...]:
    """Say the client's purchase order and wish; a renewal with the old price and the new."""
    found = []
    if revision.order_ref or revision.order_media_id:
        found.append(say("quote-order-kept", reference=revision.order_ref or "📎"))
    if revision.wish == "change":
        found.append(say("desk-wish-change"))
    elif revision.wish == "renew":
        before = kept(revision.estimate).total_excl_vat_cents
        today = price_today(visit, request, revision).total_excl_vat_cents
        found.append(say("desk-wish-renew", before=say.money(before), today=say.money(today)))
    return tuple(found)


def answering(
    say: Say, visit: Visit | Office, request: Request, revision: Revision | None
) -> tuple[tuple[Button, ...], ...]:
    """Offer to write to a client who has a quote, and to send the one they want renewed."""
    if revision is None or request.state != "quoted":
        return ()
    key = "desk-answer" if revision.wish == "change" else "desk-ask"
    write = (link(visit.shop, say.plain(key), "ask", request.id),)
    if revision.wish != "renew":
        return (write,)
    words = say.plain("desk-send-renewed")
    send = button(words, "renewed", revision.id, revision.version, style="success")
    return ((send,), write)
