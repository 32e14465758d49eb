"""Where each conversation stands: its answers, its turn, and the thing it is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, bindparam, delete, func, select, update

from storage.tables import prompts, sessions
from storage.tables.base import Instant
from storage.transaction import Reading, Transaction

PARKED = "parked"  # the form of a row where nothing is asked and drafts are kept


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A stored conversation of one person in one chat."""

    id: int
    chat_id: int
    user_id: int
    form: str
    turn: int
    state: Mapping[str, Any]
    about: Mapping[str, Any] | None = None
    doubled_turn: int | None = None  # the question of this turn was perhaps shown twice
    shown: int | None = None  # the first message known to have put the question of this turn


_COLUMNS = [sessions.c[name] for name in StoredSession.__dataclass_fields__ if name != "shown"]
_SHOWN = (
    select(func.min(prompts.c.message_id))
    .where(prompts.c.session_id == sessions.c.id, prompts.c.turn == sessions.c.turn)
    .scalar_subquery()
)
_OF_CHATS = select(*_COLUMNS, _SHOWN).where(
    sessions.c.chat_id.in_(bindparam("chats", expanding=True))
)
_SAVE = (
    update(sessions)
    .where(sessions.c.id == bindparam("key"))
    .values(
        turn=bindparam("new_turn"),
        state=bindparam("new_state", type_=JSON),
        doubled_turn=bindparam("new_doubled"),
        updated_at=bindparam("new_at", type_=Instant),
    )
)


async def of_chats(tx: Reading, chats: Iterable[int]) -> dict[int, StoredSession]:
    """Load the conversations of private chats, by chat."""
    rows = await tx.rows(_OF_CHATS, {"chats": list(set(chats))})
    return {row.chat_id: StoredSession(*row) for row in rows}


async def find(tx: Reading, chat_id: int) -> StoredSession | None:
    return (await of_chats(tx, [chat_id])).get(chat_id)


async def save_all(tx: Transaction, stored_sessions: Sequence[StoredSession]) -> None:
    """Write where the conversations stand now, all in one statement."""
    rows = [
        {
            "key": stored.id,
            "new_turn": stored.turn,
            "new_state": stored.state,
            "new_doubled": stored.doubled_turn,
            "new_at": tx.now,
        }
        for stored in stored_sessions
    ]
    if rows:
        await tx.run(_SAVE, rows)


async def begin(
    tx: Transaction,
    *,
    chat_id: int,
    user_id: int,
    form: str,
    state: Mapping[str, Any],
    turn: int,
    about: Mapping[str, Any] | None,
) -> StoredSession:
    """Start a conversation; one that the person left open in this chat ends."""
    await end(tx, chat_id)
    identity = await tx.insert(
        sessions,
        chat_id=chat_id,
        user_id=user_id,
        form=form,
        turn=turn,
        state=state,
        about=about,
        updated_at=tx.now,
    )
    return StoredSession(identity, chat_id, user_id, form, turn, state, about)


async def end(tx: Transaction, chat_id: int) -> None:
    """End the conversation in a chat, if one is open."""
    ended = await tx.rows(_END, {"chat": chat_id})
    if ended:
        await tx.run(_END_PROMPTS, {"sessions": [row.id for row in ended]})


_END = delete(sessions).where(sessions.c.chat_id == bindparam("chat")).returning(sessions.c.id)
_END_PROMPTS = delete(prompts).where(
    prompts.c.session_id.in_(bindparam("sessions", expanding=True))
)


async def doubled(tx: Transaction, session_id: int, turn: int) -> bool:
    """Note that the prompt of this turn may be shown twice; False where the turn is over.

    Call with the chat locked: an answer may be on its way in.
    """
    where = (sessions.c.id == session_id, sessions.c.turn == turn)
    return bool(await tx.run(update(sessions).where(*where).values(doubled_turn=turn)))


async def prompt_of(tx: Reading, chat_id: int, message_id: int) -> tuple[int, int, str] | None:
    """Tell which question a message asked: session, turn and path; None when it asked none."""
    c = prompts.c
    query = select(c.session_id, c.turn, c.path).where(
        c.chat_id == chat_id, c.message_id == message_id
    )
    row = await tx.first(query)
    return (row.session_id, row.turn, row.path) if row else None


async def touched_at(tx: Reading, chat_id: int) -> datetime | None:
    """Tell when the conversation in this chat last went on; None where there is none."""
    row = await tx.first(select(sessions.c.updated_at).where(sessions.c.chat_id == chat_id))
    return row.updated_at if row else None


async def forget(tx: Transaction, before: datetime) -> int:
    """End conversations that nobody touched since."""
    old = select(sessions.c.id).where(sessions.c.updated_at < before)
    await tx.run(delete(prompts).where(prompts.c.session_id.in_(old)))
    return await tx.run(delete(sessions).where(sessions.c.updated_at < before))
