"""Tables of the machine: what came in, where conversations stand, what goes out."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, Integer, String, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from storage.tables.base import Id, Instant, metadata

seen_updates = Table(
    "seen_updates",
    metadata,
    Column("bot_id", BigInteger, primary_key=True),
    Column("update_id", BigInteger, primary_key=True),
    Column("seen_at", Instant, nullable=False, index=True),
)

troubled_updates = Table(
    "troubled_updates",
    metadata,
    Column("bot_id", BigInteger, primary_key=True),
    Column("update_id", BigInteger, primary_key=True),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    Column("body", JSON),
    Column("dead_at", Instant),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("form", String(40), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("state", JSON, nullable=False),
    Column("about", JSON),  # the thing the form is about, e.g. {"request": 12}
    Column("doubled_turn", Integer),  # a prompt of this turn may have been sent twice
    Column("updated_at", Instant, nullable=False, index=True),
    Unique("chat_id", "user_id", name="uq_sessions_chat_user"),
    sqlite_autoincrement=True,  # an id is on old buttons: it must not come again
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("card", String(60)),
    Column("session_id", BigInteger),
    Column("turn", Integer),
    Column("path", String(80)),
    Column("post", JSON, nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("sent_at", Instant),
    Column("error", Text),
    Index("ix_outbox_state_due", "state", "due_at"),
    Index("ix_outbox_chat_card", "chat_id", "card"),
)

cards = Table(
    "cards",
    metadata,
    Column("chat_id", BigInteger, primary_key=True),
    Column("card", String(60), primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    Column("buttons", Boolean, nullable=False, default=False),
)

prompts = Table(
    "prompts",
    metadata,
    Column("chat_id", BigInteger, primary_key=True),
    Column("message_id", BigInteger, primary_key=True),
    Column("session_id", BigInteger, nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("path", String(80), nullable=False),
    Column("sent_at", Instant, nullable=False, index=True),
)

media = Table(
    "media",
    metadata,
    Column("id", Id, primary_key=True),
    Column("unique_id", String(120), nullable=False, unique=True),
    Column("file_id", String(255)),
    Column("kind", String(10), nullable=False),
    Column("name", String(255)),
    Column("mime", String(100)),
    Column("size", BigInteger),
    Column("sha256", String(64), index=True),
    Column("added_at", Instant, nullable=False),
)

errands = Table(
    "errands",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("key", String(120), nullable=False, unique=True),
    Column("details", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("due_at", Instant, nullable=False),
    Column("error", Text),
    Index("ix_errands_state_due", "state", "due_at"),
)
