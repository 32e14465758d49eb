"""What is to be said: rows that wait until they are claimed for sending."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import and_, bindparam, delete, or_, select, update

from storage.dialects import upsert
from storage.tables import cards, outbox, sessions
from storage.transaction import Reading, Transaction

PROMPT = "prompt"


class Urgency(IntEnum):
    """Answers to people who wait come before notices, notices before digests."""

    ANSWER = 0
    NOTICE = 1
    DIGEST = 2


class LetterState(StrEnum):
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
    topic: int | None = None  # of a forum group; none is its General
    withdraw: bool = False  # take the card's message back; where that is too late, say the text

    @property
    def editable(self) -> bool:
        """Telegram edits no message that put up, or took away, a keyboard below the chat."""
        return self.markup is None or "inline_keyboard" in self.markup


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


async def put(tx: Transaction, *posts: Post) -> None:
    """Say it: all posts of a transaction are written at its end, in the order they were put."""
    if posts:
        tx.posts += posts
        tx.wakes.add("sender")


async def write(tx: Transaction) -> None:
    """Write what was said; an older version of a card gives way, unless it is on its way."""
    posts, tx.posts = _newest(tx.posts), []
    if not posts:
        return
    named = sorted({(post.chat_id, post.card) for post in posts if post.card})
    if named:
        await tx.run(_GIVE_WAY, [{"chat": chat, "name": card} for chat, card in named])
    await tx.run(_PUT, [_row(post, tx.real_now) for post in posts])


def _newest(posts: Sequence[Post]) -> list[Post]:
    """Leave out the versions of a card that a later one of the same transaction replaces."""
    last = {(post.chat_id, post.card): n for n, post in enumerate(posts)}
    return [
        post
        for n, post in enumerate(posts)
        if post.card is None or last[post.chat_id, post.card] == n
    ]


_PUT = outbox.insert()
_GIVE_WAY = delete(outbox).where(
    outbox.c.chat_id == bindparam("chat"),
    outbox.c.card == bindparam("name"),
    or_(outbox.c.state == LetterState.PENDING, outbox.c.state == LetterState.DOUBT),
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
        "state": LetterState.PENDING,
        "due_at": now + timedelta(seconds=post.delay_seconds),
    }


_BODY = (
    "text",
    "markup",
    "fresh",
    "silent",
    "protect",
    "photos",
    "document",
    "topic",
    "withdraw",
)


def _body(post: Post) -> dict[str, Any]:
    return {
        name: value for name in _BODY if (value := getattr(post, name)) not in (None, False, ())
    } | {"fresh": post.fresh}


async def claim(
    tx: Transaction, *, limit: int, at_most: Urgency, states: Iterable[LetterState]
) -> list[Letter]:
    """Take due rows for sending, most urgent first, in order within a chat."""
    await write(tx)
    due = {
        "states": list(states),
        "now": tx.real_now,
        "at_most": int(at_most),
        "most": limit,
    }
    letters = [_letter(row) for row in await tx.rows(_DUE, due)]
    if letters:
        await tx.run(_CLAIM, {"ids": [letter.id for letter in letters]})
    return letters


_ALL = (
    select(outbox, cards.c.message_id, cards.c.buttons, sessions.c.turn.label("now_turn"))
    .outerjoin(cards, and_(cards.c.chat_id == outbox.c.chat_id, cards.c.card == outbox.c.card))
    .outerjoin(sessions, sessions.c.id == outbox.c.session_id)
    .order_by(outbox.c.urgency, outbox.c.id)
)
_DUE = (
    _ALL.where(
        outbox.c.state.in_(bindparam("states", expanding=True)),
        outbox.c.due_at <= bindparam("now"),
        outbox.c.urgency <= bindparam("at_most"),
    )
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=outbox)
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=LetterState.CLAIMED)
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
        in_doubt=row.state == LetterState.DOUBT,
        message_id=row.message_id,
        had_buttons=bool(row.buttons),
        current=asks is None or row.now_turn == asks.turn,
    )


async def adopt_all(tx: Transaction, card: str, message_ids: Mapping[int, int]) -> None:
    """Taps came from these copies of the card: edit those from now on."""
    rows = [
        {"chat_id": chat_id, "card": card, "message_id": message_id, "buttons": True}
        for chat_id, message_id in sorted(message_ids.items())
    ]
    if rows:
        await tx.run(upsert(tx, cards, ("chat_id", "card"), ("message_id", "buttons")), rows)


async def holders(tx: Reading, card: str, among: Iterable[int] | None = None) -> list[int]:
    """Tell in which chats, or in which of some, a copy of the card stands."""
    c = cards.c
    query = select(c.chat_id).where(c.card == card)
    if among is not None:
        query = query.where(c.chat_id.in_(list(among)))
    return [row.chat_id for row in await tx.rows(query.order_by(c.chat_id))]


async def forget(tx: Transaction, before: datetime) -> int:
    """Prune what was sent or dropped; dead rows stay to be looked at."""
    done = outbox.c.state.in_((LetterState.SENT, LetterState.DROPPED))
    return await tx.run(delete(outbox).where(done, outbox.c.due_at < before))
