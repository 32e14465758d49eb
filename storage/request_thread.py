"""What client and coordinators write to each other about a request."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.tables import media, messages
from storage.transaction import Reading, Transaction


@dataclass(frozen=True, slots=True)
class ThreadMessage:
    """Words, a file (`kind` and `name` of it), or a file with words."""

    from_client: bool
    text: str
    at: datetime
    kind: str | None = None
    name: str | None = None
    asks: bool | None = None
    live: bool | None = None

    @property
    def waits(self) -> bool:
        """Tell whether it is a question of ours that waits for the client."""
        return not self.from_client and self.asks is not False and not self.live

    @property
    def answers(self) -> bool:
        """Tell whether it is an answer of ours, which asks nothing."""
        return not self.from_client and self.asks is False


_THREAD = (
    select(messages.c.from_client, messages.c.text, messages.c.at, media.c.kind, media.c.name)
    .add_columns(messages.c.asks, messages.c.live)
    .outerjoin(media, media.c.id == messages.c.media_id)
    .where(messages.c.request_id == bindparam("request"))
    .order_by(messages.c.id)
)


async def say(
    tx: Transaction,
    request_id: int,
    person_id: int,
    text: str,
    *,
    from_client: bool,
    media_id: int | None = None,
    asks: bool | None = None,
    live: bool = False,
) -> None:
    """Add words, or a file with its caption, to the thread between client and coordinators.

    `asks` is false where words of ours answer and ask nothing, `live` what is said in a relay.
    """
    await tx.insert(
        messages,
        request_id=request_id,
        person_id=person_id,
        from_client=from_client,
        text=text,
        media_id=media_id,
        at=tx.now,
        asks=asks,
        live=live or None,
    )


async def thread(tx: Reading, request_id: int) -> list[ThreadMessage]:
    return [ThreadMessage(*row) for row in await tx.rows(_THREAD, {"request": request_id})]
