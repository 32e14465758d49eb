"""The card of a quote, as it stands: its price, what was answered, what can be done now."""

from datetime import datetime

from domain.followups import may_undo, rules_on
from domain.quotes import AGREED_CHANGE, QuoteState
from handlers.context.callbacks import button
from handlers.conversation.screen import Button, ButtonRows, Screen
from handlers.views.findings import reasons
from handlers.views.price_wording import difference_words
from handlers.words.catalogue import Say
from storage.quotes import Revision

WISHES = frozenset({"change", "renew", AGREED_CHANGE})


def card_key(revision: Revision) -> str:
    return f"quote:{revision.id}"


def refused_key(revision: Revision) -> str:
    """Name the message that thanks for a refusal."""
    return f"refused:{revision.id}"


def draw(say: Say, revision: Revision, now: datetime | None = None) -> Screen:
    """Draw the card; `now` where an answer may still be taken back."""
    estimated = revision.estimate
    parts = [
        say(
            "quote-card",
            number=revision.label,
            excl=say.money(estimated.total_excl_vat_cents),
            incl=say.money(estimated.total_incl_vat_cents),
            until=say.day(revision.valid_until),
            hours=say.duration(estimated.hours),
            days=estimated.days,
            crew=estimated.crew,
        )
    ]
    if revision.unseen:
        parts.append(say("quote-unseen", reasons=reasons(say, revision.unseen)))
    parts += difference_words(say, revision)
    if revision.state is not QuoteState.SENT:
        state = say(f"revision-{revision.state}", number=revision.label)
        newer = "\n" + say("revision-newer", number=revision.newer) if revision.newer else ""
        parts.append(f"<b>{state}</b>{newer}")
    parts += agreed_words(say, revision)
    if revision.wish in WISHES:
        parts.append(say(f"quote-wish-{revision.wish}"))
    return Screen("\n\n".join(parts), _rows(say, revision, now))


def agreed_words(say: Say, revision: Revision) -> list[str]:
    """Say who agreed and with which purchase order; HTML."""
    parts = []
    if revision.agreed_by:
        role = revision.agreed_role or ""
        parts.append(say("request-card-agreed", name=revision.agreed_by, role=role))
    if revision.order_ref or revision.order_media_id:
        parts.append(say("quote-order-kept", reference=revision.order_ref or "📎"))
    return parts


def _rows(say: Say, revision: Revision, now: datetime | None) -> ButtonRows:
    def one(action: str, key: str, **manner: str) -> Button:
        return button(say.plain(key), action, revision.id, revision.version, **manner)  # type: ignore[arg-type]

    match revision.state:
        case QuoteState.SENT:
            accept = (
                ()
                if revision.wish == AGREED_CHANGE
                else ((one("accept", "quote-accept", style="success"),),)
            )
            return (
                *accept,
                (one("amend", "quote-change"),),
                (one("decline", "quote-decline", style="danger"),),
                (one("reckoned", "quote-reckoned"),),
                (one("english", "quote-english"),),
            )
        case QuoteState.ACCEPTED | QuoteState.DECLINED:
            return answered_rows(say, revision, now)
        case QuoteState.EXPIRED if revision.wish is None:
            return ((one("renew", "quote-renew", style="primary"),),)
    return ()


def answered_rows(say: Say, revision: Revision, now: datetime | None) -> ButtonRows:
    """Offer what an answer allows: a purchase order with an agreement, and to take it back."""
    match revision.state:
        case QuoteState.ACCEPTED:
            words = say.plain("quote-order")
            order = button(words, "order", revision.id, revision.version)
            return ((order,), *_undo(say, revision, now))
        case QuoteState.DECLINED:
            return _undo(say, revision, now)
    return ()


def _undo(say: Say, revision: Revision, now: datetime | None) -> ButtonRows:
    """Offer to take the answer back while there is time."""
    at = revision.answered_at
    if now is None or at is None or not may_undo(at, now, rules_on(now.date())):
        return ()
    return ((button(say.plain("quote-undo"), "undo", revision.id, revision.version),),)
