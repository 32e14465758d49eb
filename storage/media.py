"""Photos, voice and documents: what Telegram calls them, and where their bytes are (by SHA-256)."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from storage import errands
from storage.dialects import insert_new
from storage.tables import attachments, media
from storage.transaction import Reading, Transaction

FETCH = "fetch"
PICTURE = "picture"
HEIC = frozenset({"image/heic", "image/heif"})  # what only some phones can show


@dataclass(frozen=True, slots=True)
class Medium:
    """One file; `sha256` is None until its bytes are kept, `file_id` until Telegram knows it."""

    id: int
    unique_id: str
    kind: str
    file_id: str | None
    name: str | None
    mime: str | None
    size: int | None
    sha256: str | None


_COLUMNS = [media.c[name] for name in Medium.__dataclass_fields__]
_BY_UNIQUE = select(media.c.unique_id, media.c.id).where(
    media.c.unique_id.in_(bindparam("wanted", expanding=True))
)
_ATTACHED = (
    select(attachments.c.purpose, attachments.c.at, *_COLUMNS)
    .join(media, media.c.id == attachments.c.media_id)
    .where(
        attachments.c.subject == bindparam("subject"),
        attachments.c.subject_id == bindparam("its_id"),
    )
    .order_by(attachments.c.id)
)
_RECEIVE = media.insert().returning(media.c.unique_id, media.c.id)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file as Telegram told of it; the same `unique_id` is the same file."""

    unique_id: str
    file_id: str
    kind: str
    name: str | None = None
    mime: str | None = None
    size: int | None = None


async def receive(tx: Transaction, files: Sequence[Arrived]) -> list[int]:
    """Note files that a person sent and have their bytes fetched after the commit; return ids."""
    if not files:
        return []
    wanted = {"wanted": [file.unique_id for file in files]}
    known = {row.unique_id: row.id for row in await tx.rows(_BY_UNIQUE, wanted)}
    new = {file.unique_id: file for file in files if file.unique_id not in known}
    if new:
        rows = [{**asdict(file), "added_at": tx.now} for file in new.values()]
        added = {row.unique_id: row.id for row in await tx.rows(_RECEIVE, rows)}
        known |= added
        await errands.put_all(
            tx, FETCH, {f"{FETCH}:{one}": {"media": one} for one in added.values()}
        )
    return [known[file.unique_id] for file in files]


async def keep(
    tx: Transaction,
    *,
    key: str,
    sha256: str,
    name: str,
    mime: str,
    size: int,
    kind: str = "document",
) -> int:
    """Note a file that we made, whose bytes are kept already; return its id."""
    row = {"unique_id": key, "kind": kind, "name": name, "mime": mime, "size": size}
    query = insert_new(tx, media, ("unique_id",)).values(**row, sha256=sha256, added_at=tx.now)
    await tx.run(query)
    found = await made(tx, key)
    if found is None:
        raise LookupError(key)
    return found


async def made(tx: Reading, key: str) -> int | None:
    """Find a file that we made, by its key."""
    found = await tx.first(select(media.c.id).where(media.c.unique_id == key))
    return int(found.id) if found else None


async def keep_picture(tx: Transaction, media_id: int, sha256: str, size: int) -> int:
    """Note the copy of a file that every phone can show; return its id."""
    return await keep(
        tx,
        key=f"{PICTURE}:{media_id}",
        sha256=sha256,
        name=f"{media_id}.jpg",
        mime="image/jpeg",
        size=size,
        kind="photo",
    )


async def pictures(tx: Reading, ids: Iterable[int]) -> list[int]:
    """List the copies that were made of these files."""
    keys = [f"{PICTURE}:{one}" for one in ids]
    if not keys:
        return []
    query = select(media.c.id).where(media.c.unique_id.in_(keys))
    return [row.id for row in await tx.rows(query.order_by(media.c.id))]


async def subjects(tx: Reading, media_id: int, subject: str) -> list[int]:
    """Tell to which requests, or jobs, a file is tied."""
    c = attachments.c
    query = select(c.subject_id).where(c.media_id == media_id, c.subject == subject).distinct()
    return [row.subject_id for row in await tx.rows(query.order_by(c.subject_id))]


async def get(tx: Reading, ids: Iterable[int]) -> list[Medium]:
    """Load media in the order of the ids; unknown ones are left out."""
    wanted = list(ids)
    rows = await tx.rows(select(*_COLUMNS).where(media.c.id.in_(wanted)))
    by_id = {row.id: Medium(*row) for row in rows}
    return [by_id[one] for one in wanted if one in by_id]


async def fetched(tx: Transaction, media_id: int, sha256: str, size: int) -> None:
    await tx.run(update(media).where(media.c.id == media_id).values(sha256=sha256, size=size))


async def uploaded(tx: Transaction, media_id: int, file_id: str) -> None:
    """Telegram knows the file now: next time its id is enough."""
    await tx.run(update(media).where(media.c.id == media_id).values(file_id=file_id))


async def attach(
    tx: Transaction,
    subject: str,
    subject_id: int,
    purpose: str,
    media_ids: Sequence[int],
    person_id: int,
    *,
    captions: Sequence[str] = (),
) -> None:
    """Tie media, with their captions, to a request or a job; the same one twice counts once."""
    told = dict(zip(media_ids, captions, strict=False))
    rows = [
        {
            "subject": subject,
            "subject_id": subject_id,
            "purpose": purpose,
            "media_id": media_id,
            "person_id": person_id,
            "caption": told.get(media_id) or None,
            "at": tx.now,
        }
        for media_id in dict.fromkeys(media_ids)
    ]
    keys = ("subject", "subject_id", "purpose", "media_id")
    if rows:
        await tx.run(insert_new(tx, attachments, keys), rows)


async def detach(tx: Transaction, subject: str, subject_id: int, media_id: int) -> int:
    """Untie a medium that cannot be used; return who sent it."""
    c = attachments.c
    where = (c.subject == subject, c.subject_id == subject_id, c.media_id == media_id)
    row = await tx.first(delete(attachments).where(*where).returning(c.person_id))
    if row is None:
        raise LookupError(f"{subject} {subject_id}: {media_id}")
    return int(row.person_id)


async def attached(tx: Reading, subject: str, subject_id: int) -> list[tuple[str, Medium, Any]]:
    """List what is tied to a request or a job: purpose, medium, instant, oldest first."""
    rows = await tx.rows(_ATTACHED, {"subject": subject, "its_id": subject_id})
    return [(row[0], Medium(*row[2:]), row[1]) for row in rows]


async def told_by_medium(tx: Reading, subject: str, subject_id: int) -> dict[int, str]:
    """Return what was written under each medium of a request or a job."""
    c = attachments.c
    where = (c.subject == subject, c.subject_id == subject_id, c.caption.is_not(None))
    return {row[0]: row[1] for row in await tx.rows(select(c.media_id, c.caption).where(*where))}


async def captions(tx: Reading, subject: str, subject_id: int) -> list[str]:
    """List what was written under the media of a request or a job, oldest first."""
    c = attachments.c
    where = (c.subject == subject, c.subject_id == subject_id, c.caption.is_not(None))
    return [row.caption for row in await tx.rows(select(c.caption).where(*where).order_by(c.id))]
