"""What became of letters: sent, dropped, dead or in doubt, and where cards and prompts stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, select, update

from storage.dialects import upsert
from storage.outbox import Letter, LetterState
from storage.tables import cards, outbox, prompts
from storage.tables.base import Instant
from storage.transaction import Reading, Transaction


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """What became of a letter."""

    letter: Letter
    state: LetterState
    message_id: int | None = None
    error: str | None = None
    attempts: int = 0
    buttons: bool = False
    gone: bool = False  # the chat can no longer be written to

    @property
    def stands(self) -> int | None:
        """The message that a later version of the card may edit."""
        return self.message_id if self.letter.post.editable else None

    @property
    def places(self) -> bool:
        """Tell whether it says where a card stands now, or that it stands no more."""
        return self.message_id is not None or self.letter.post.withdraw


async def mark(tx: Transaction, outcomes: Sequence[DeliveryResult]) -> None:
    """Write down what became of the letters, and where cards and prompts stand now."""
    if not outcomes:
        return
    sent = [outcome for outcome in outcomes if outcome.state is LetterState.SENT]
    if sent:
        await tx.run(_SENT, {"ids": [result.letter.id for result in sent], "now": tx.real_now})
    for outcome in (result for result in outcomes if result.state is not LetterState.SENT):
        values = {
            "state": outcome.state,
            "error": outcome.error and outcome.error[:1000],
            "attempts": outcome.attempts,
        }
        await tx.run(update(outbox).where(outbox.c.id == outcome.letter.id).values(**values))
    await _stand(tx, [result for result in sent if result.places])


_SENT = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=LetterState.SENT, sent_at=bindparam("now", type_=Instant))
)


async def _stand(tx: Transaction, sent: Sequence[DeliveryResult]) -> None:
    """Note where cards stand; one that cannot be edited or bared any more is forgotten."""
    last = {
        (result.letter.post.chat_id, result.letter.post.card): result
        for result in sent
        if result.letter.post.card
    }
    places = [
        {"chat_id": chat, "card": card, "message_id": last[chat, card].stands}
        | {"buttons": last[chat, card].buttons}
        for chat, card in sorted(last)
    ]
    if standing := [place for place in places if place["message_id"] is not None]:
        query = upsert(tx, cards, ("chat_id", "card"), ("message_id", "buttons"))
        await tx.run(query, standing)
    if lost := [place for place in places if place["message_id"] is None]:
        await tx.run(_FORGET, [{"chat": place["chat_id"], "name": place["card"]} for place in lost])
    await _asked(tx, sent)


_FORGET = delete(cards).where(
    cards.c.chat_id == bindparam("chat"), cards.c.card == bindparam("name")
)


async def _asked(tx: Transaction, sent: Sequence[DeliveryResult]) -> None:
    asked = {
        (result.letter.post.chat_id, result.message_id): {
            "chat_id": result.letter.post.chat_id,
            "message_id": result.message_id,
            "session_id": result.letter.post.asks.session_id,
            "turn": result.letter.post.asks.turn,
            "path": result.letter.post.asks.path,
            "sent_at": tx.real_now,
        }
        for result in sent
        if result.letter.post.asks
    }
    if asked:
        query = upsert(
            tx, prompts, ("chat_id", "message_id"), ("session_id", "turn", "path", "sent_at")
        )
        await tx.run(query, list(asked.values()))


async def doubt_claimed(tx: Transaction) -> int:
    """Rows that a dead process had claimed are in doubt now: perhaps sent, perhaps not.

    One whose card has a newer version is of no use any more.
    """
    await tx.run(update(outbox).where(_CLAIMED, _OLDER).values(state=LetterState.DROPPED))
    return await tx.run(update(outbox).where(_CLAIMED).values(state=LetterState.DOUBT))


_newer = outbox.alias("newer")
_CLAIMED = outbox.c.state == LetterState.CLAIMED
_OLDER = exists().where(
    _newer.c.chat_id == outbox.c.chat_id, _newer.c.card == outbox.c.card, _newer.c.id > outbox.c.id
)


async def doubtful_chats(tx: Reading) -> set[int]:
    """Tell in which chats something is in doubt."""
    rows = await tx.rows(select(outbox.c.chat_id).where(outbox.c.state == LetterState.DOUBT))
    return {row.chat_id for row in rows}


async def sent_to_groups(tx: Reading, since: datetime) -> list[tuple[int, datetime]]:
    """List what was sent to groups since then, oldest first: chat and time."""
    c = outbox.c
    query = select(c.chat_id, c.sent_at).where(c.sent_at >= since, c.chat_id < 0)
    return [(row.chat_id, row.sent_at) for row in await tx.rows(query.order_by(c.sent_at))]
