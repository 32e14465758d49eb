"""What is to be said: rows that wait, are claimed, and are marked sent, dropped or dead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists, func, select, update

from storage.tables import cards, outbox, prompts, sessions
from storage.tables.base import Instant
from storage.work import Work, upsert

PROMPT = "prompt"


class Urgency(IntEnum):
    """Answers to people who wait come before notices, notices before digests."""

    ANSWER = 0
    NOTICE = 1
    DIGEST = 2


class State(StrEnum):
    PENDING = "pending"
    CLAIMED = "claimed"
    DOUBT = "doubt"  # claimed by a process that died: perhaps sent
    SENT = "sent"
    DROPPED = "dropped"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Asks:
    """The question a message puts: session, turn and path."""

    session_id: int
    turn: int
    path: str


@dataclass(frozen=True, slots=True)
class Post:
    """One thing to say in one chat; with a card's name it replaces the card's last version."""

    chat_id: int
    text: str = ""
    markup: Mapping[str, Any] | None = None
    card: str | None = None
    fresh: bool = (
        True  # a new message that asks for action; else the card is edited where it stands
    )
    silent: bool = False
    protect: bool = False
    urgency: Urgency = Urgency.ANSWER
    delay_seconds: float = 0.0
    photos: tuple[int, ...] = ()  # media ids; two or more make an album
    document: int | None = None
    asks: Asks | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A claimed row, with what the card's last version was."""

    id: int
    post: Post
    attempts: int
    in_doubt: bool
    message_id: int | None
    had_buttons: bool
    current: bool  # still asks the question where its conversation stands


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a letter."""

    letter: Letter
    state: State
    message_id: int | None = None
    error: str | None = None
    attempts: int = 0
    buttons: bool = False
    gone: bool = False  # the chat can no longer be written to


async def put(work: Work, *posts: Post) -> None:
    """Put posts into the outbox; an older version of a card gives way, unless it is on its way."""
    if not posts:
        return
    named = {(post.chat_id, post.card) for post in posts if post.card}
    for name in {card for _, card in named}:
        chats = [chat for chat, card in named if card == name]
        await work.run(_GIVE_WAY, {"name": name, "chats": chats})
    await work.conn.execute(_PUT, [_row(post, work.real_now) for post in posts])
    work.wakes.add("sender")


_PUT = outbox.insert()
_GIVE_WAY = delete(outbox).where(
    outbox.c.card == bindparam("name"),
    outbox.c.chat_id.in_(bindparam("chats", expanding=True)),
    outbox.c.state.in_((State.PENDING, State.DOUBT)),
)


def _row(post: Post, now: datetime) -> dict[str, Any]:
    return {
        "chat_id": post.chat_id,
        "card": post.card,
        "session_id": post.asks.session_id if post.asks else None,
        "turn": post.asks.turn if post.asks else None,
        "path": post.asks.path if post.asks else None,
        "post": _body(post),
        "urgency": int(post.urgency),
        "state": State.PENDING,
        "due_at": now + timedelta(seconds=post.delay_seconds),
    }


_BODY = ("text", "markup", "fresh", "silent", "protect", "photos", "document")


def _body(post: Post) -> dict[str, Any]:
    return {
        name: value for name in _BODY if (value := getattr(post, name)) not in (None, False, ())
    } | {"fresh": post.fresh}


async def claim(
    work: Work, *, limit: int, at_most: Urgency, states: Iterable[State]
) -> list[Letter]:
    """Take due rows for sending, most urgent first, in order within a chat."""
    query = _DUE
    if work.conn.dialect.name == "postgresql":
        query = _DUE_UNLOCKED
    due = {
        "states": list(states),
        "now": work.real_now,
        "at_most": int(at_most),
        "most": limit,
    }
    letters = [_letter(row) for row in await work.rows(query, due)]
    if letters:
        await work.run(_CLAIM, {"ids": [letter.id for letter in letters]})
    return letters


_ALL = (
    select(outbox, cards.c.message_id, cards.c.buttons, sessions.c.turn.label("now_turn"))
    .outerjoin(cards, and_(cards.c.chat_id == outbox.c.chat_id, cards.c.card == outbox.c.card))
    .outerjoin(sessions, sessions.c.id == outbox.c.session_id)
    .order_by(outbox.c.urgency, outbox.c.id)
)
_DUE = _ALL.where(
    outbox.c.state.in_(bindparam("states", expanding=True)),
    outbox.c.due_at <= bindparam("now"),
    outbox.c.urgency <= bindparam("at_most"),
).limit(bindparam("most"))
_DUE_UNLOCKED = _DUE.with_for_update(skip_locked=True, of=outbox)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=State.CLAIMED)
)
_SENT = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=State.SENT, sent_at=bindparam("now", type_=Instant))
)


def _letter(row: Any) -> Letter:
    body = dict(row.post)
    asks = Asks(row.session_id, row.turn, row.path) if row.session_id is not None else None
    post = Post(
        chat_id=row.chat_id,
        card=row.card,
        urgency=Urgency(row.urgency),
        asks=asks,
        **(body | {"photos": tuple(body.get("photos", ()))}),
    )
    return Letter(
        id=row.id,
        post=post,
        attempts=row.attempts,
        in_doubt=row.state == State.DOUBT,
        message_id=row.message_id,
        had_buttons=bool(row.buttons),
        current=asks is None or row.now_turn == asks.turn,
    )


async def mark(work: Work, outcomes: Sequence[Outcome]) -> None:
    """Write down what became of the letters, and where cards and prompts stand now."""
    if not outcomes:
        return
    sent = [outcome for outcome in outcomes if outcome.state is State.SENT]
    if sent:
        await work.run(_SENT, {"ids": [one.letter.id for one in sent], "now": work.real_now})
    for outcome in (one for one in outcomes if one.state is not State.SENT):
        values = {
            "state": outcome.state,
            "error": outcome.error and outcome.error[:1000],
            "attempts": outcome.attempts,
        }
        await work.run(update(outbox).where(outbox.c.id == outcome.letter.id).values(**values))
    await _stand(work, [one for one in sent if one.message_id is not None])


async def _stand(work: Work, sent: Sequence[Outcome]) -> None:
    places: dict[tuple[int, str], dict[str, Any]] = {
        (one.letter.post.chat_id, one.letter.post.card): {
            "chat_id": one.letter.post.chat_id,
            "card": one.letter.post.card,
            "message_id": one.message_id,
            "buttons": one.buttons,
        }
        for one in sent
        if one.letter.post.card
    }
    if places:
        query = upsert(work, cards, ("chat_id", "card"), ("message_id", "buttons"))
        await work.run(query, [places[key] for key in sorted(places)])
    asked = {
        (one.letter.post.chat_id, one.message_id): {
            "chat_id": one.letter.post.chat_id,
            "message_id": one.message_id,
            "session_id": one.letter.post.asks.session_id,
            "turn": one.letter.post.asks.turn,
            "path": one.letter.post.asks.path,
            "sent_at": work.real_now,
        }
        for one in sent
        if one.letter.post.asks
    }
    if asked:
        query = upsert(
            work, prompts, ("chat_id", "message_id"), ("session_id", "turn", "path", "sent_at")
        )
        await work.run(query, list(asked.values()))


async def doubt_claimed(work: Work) -> int:
    """Rows that a dead process had claimed are in doubt now: perhaps sent, perhaps not.

    One whose card has a newer version is of no use any more.
    """
    await work.run(update(outbox).where(_CLAIMED, _OLDER).values(state=State.DROPPED))
    return await work.run(update(outbox).where(_CLAIMED).values(state=State.DOUBT))


_newer = outbox.alias("newer")
_CLAIMED = outbox.c.state == State.CLAIMED
_OLDER = exists().where(
    _newer.c.chat_id == outbox.c.chat_id, _newer.c.card == outbox.c.card, _newer.c.id > outbox.c.id
)


async def doubtful_chats(work: Work) -> set[int]:
    """Tell in which chats something is in doubt."""
    rows = await work.rows(select(outbox.c.chat_id).where(outbox.c.state == State.DOUBT))
    return {row.chat_id for row in rows}


async def adopt_all(work: Work, card: str, message_ids: Mapping[int, int]) -> None:
    """Taps came from these copies of the card: edit those from now on."""
    rows = [
        {"chat_id": chat_id, "card": card, "message_id": message_id, "buttons": True}
        for chat_id, message_id in sorted(message_ids.items())
    ]
    if rows:
        await work.run(upsert(work, cards, ("chat_id", "card"), ("message_id", "buttons")), rows)


async def holders(work: Work, card: str, among: Iterable[int]) -> list[int]:
    """Tell in which of the chats a copy of the card stands."""
    c = cards.c
    query = select(c.chat_id).where(c.card == card, c.chat_id.in_(list(among)))
    return [row.chat_id for row in await work.rows(query.order_by(c.chat_id))]


async def sent_to_groups(work: Work, since: datetime) -> list[tuple[int, datetime]]:
    """List what was sent to groups since then, oldest first: chat and time."""
    c = outbox.c
    query = select(c.chat_id, c.sent_at).where(c.sent_at >= since, c.chat_id < 0)
    return [(row.chat_id, row.sent_at) for row in await work.rows(query.order_by(c.sent_at))]


async def next_due(work: Work) -> datetime | None:
    query = select(func.min(outbox.c.due_at)).where(outbox.c.state == State.PENDING)
    row = await work.first(query)
    return row[0] if row else None


async def forget(work: Work, before: datetime) -> int:
    """Prune what was sent or dropped; dead rows stay to be looked at."""
    done = outbox.c.state.in_((State.SENT, State.DROPPED))
    return await work.run(delete(outbox).where(done, outbox.c.due_at < before))


async def pending(work: Work, chat_id: int | None = None) -> list[Letter]:
    """List what waits to be sent, oldest first."""
    c = outbox.c
    query = select(c.id).where(c.state.in_((State.PENDING, State.CLAIMED, State.DOUBT)))
    if chat_id is not None:
        query = query.where(c.chat_id == chat_id)
    ids = [row.id for row in await work.rows(query)]
    return [_letter(row) for row in await work.rows(_ALL.where(c.id.in_(ids)))]
