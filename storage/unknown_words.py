"""Words of lists that named no thing: how often, and what somebody said they mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, select, update

from domain.synonyms import Synonym, TaughtSynonym, key_of
from storage.dialects import count_up
from storage.tables import unknown_words
from storage.transaction import AnyRow, Reading, Transaction, Unknown

MOST_WAITING = 500  # more come once these are decided on


class WordState(StrEnum):
    """What became of a word."""

    WAITING = "waiting"
    TAUGHT = "taught"  # it means an item
    ASIDE = "aside"  # it is nothing to be taken away
    KNOWN = "known"  # a file of synonyms, or the bot itself, knows it meanwhile


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word, and how many lists had it; of whom it came, nothing is kept."""

    id: int
    word: str
    lang: str
    times: int
    state: WordState
    code: str | None
    version: int


_COLUMNS = [unknown_words.c[name] for name in UnknownWord.__dataclass_fields__]


async def note(tx: Transaction, words: Iterable[str], lang: str) -> None:
    """Count words that named nothing; what is decided stays so."""
    c = unknown_words.c
    if await count(tx) >= MOST_WAITING:
        return
    for word in words:
        query = count_up(tx, unknown_words, ("key",), c.times)
        row = {"key": key_of(word), "word": word, "lang": lang, "times": 1}
        await tx.first(query, {**row, "state": WordState.WAITING, "version": 1})
        again = (c.key == row["key"], c.state == WordState.KNOWN)
        await tx.run(update(unknown_words).where(*again).values(state=WordState.WAITING))


async def count(tx: Reading) -> int:
    """Count the words that wait."""
    c = unknown_words.c
    rows = await tx.rows(select(func.count()).where(c.state == WordState.WAITING))
    return int(rows[0][0])


async def waiting(tx: Reading, limit: int) -> list[UnknownWord]:
    """List the words that wait, those of most lists first."""
    c = unknown_words.c
    query = _query().where(c.state == WordState.WAITING).order_by(c.times.desc(), c.id)
    return [_word(row) for row in await tx.rows(query.limit(limit))]


async def get(tx: Reading, word_id: int) -> UnknownWord:
    """Load a word. Raises Unknown."""
    return _found(await tx.first(_query().where(unknown_words.c.id == word_id)), word_id)


async def lock(tx: Transaction, word_id: int) -> UnknownWord:
    """Load a word that this transaction decides on; others wait. Raises Unknown."""
    query = _query().where(unknown_words.c.id == word_id).with_for_update()
    return _found(await tx.first(query), word_id)


async def decide(
    tx: Transaction, word: UnknownWord, state: WordState, code: str | None = None
) -> UnknownWord:
    """Write what became of a word, and have every process read lists so."""
    values: dict[str, Any] = {
        "state": state,
        "code": code,
        "version": word.version + 1,
        "decided_at": tx.now,
    }
    await tx.run(update(unknown_words).where(unknown_words.c.id == word.id).values(**values))
    tx.wakes.add("reference_files")
    return await get(tx, word.id)


async def taught(tx: Reading) -> list[TaughtSynonym]:
    """List the words that mean an item, in the order in which they were taught."""
    c = unknown_words.c
    query = select(c.word, c.code, c.lang, c.decided_at).where(c.state == WordState.TAUGHT)
    rows = await tx.rows(query.order_by(c.decided_at, c.id))
    return [TaughtSynonym(Synonym(row[0], (row[1],), row[2]), row[3]) for row in rows]


async def stamp(tx: Reading) -> tuple[int, datetime | None]:
    """Tell whether anything was decided since: how many are decided on, and when the last was."""
    c = unknown_words.c
    query = select(func.sum(c.version), func.max(c.decided_at))
    row = (await tx.rows(query))[0]
    return row[0] or 0, row[1]


def _query() -> Select[Any]:
    return select(*_COLUMNS)


def _found(row: AnyRow | None, word_id: int) -> UnknownWord:
    if row is None:
        raise Unknown(f"unknown word {word_id}")
    return _word(row)


def _word(row: AnyRow) -> UnknownWord:
    return UnknownWord(
        row.id, row.word, row.lang, row.times, WordState(row.state), row.code, row.version
    )
