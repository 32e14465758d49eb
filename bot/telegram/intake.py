"""The way in: each update takes effect exactly once, and is acknowledged only after its commit."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from bot.clock import Clock, real_now
from handlers.context import updates
from handlers.context.services import Services
from handlers.context.update_context import Toast, open_context
from handlers.context.updates import Input
from handlers.routing import routes
from handlers.sessions import answers
from storage import inbox
from storage.engine import Database, is_away

log = structlog.get_logger()

ATTEMPTS = 3
SIDE_BY_SIDE = 8

Raw = Mapping[str, Any]


class DatabaseAway(Exception):
    """The database cannot be reached; nothing was acknowledged."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What to do once an update's transaction has committed."""

    wakes: frozenset[str]
    callbacks: tuple[tuple[str, Toast | None], ...] = ()


class Intake:
    """Takes updates in batches: answers to forms as a set, everything else alone."""

    def __init__(
        self,
        db: Database,
        bot_id: int,
        services: Services,
        clock: Clock,
        after: Callable[[Taken], None],
    ) -> None:
        self._db, self._bot_id, self._services = db, bot_id, services
        self._clock, self._after = clock, after
        self.cautious = True  # after a start: count attempts first, a killer may be among them

    async def take(self, raws: Sequence[Raw]) -> None:
        """Handle the updates: each has its effect or is set aside. Raises DatabaseAway."""
        try:
            await self._take({int(raw["update_id"]): raw for raw in raws})
        except Exception as error:
            if is_away(error):
                raise DatabaseAway(str(error)) from error
            raise

    async def _take(self, bodies: Mapping[int, Raw]) -> None:
        inputs = [
            update for raw in bodies.values() if (update := await self._read(raw)) is not None
        ]
        if self.cautious and await self._begun_before(inputs):
            await self._take_warily(inputs, bodies)
            return
        left = inputs
        if any(update.may_answer_form for update in inputs):
            try:
                left = await self._take_set(inputs)
            except Exception as error:
                if is_away(error):
                    raise
                log.exception("set_failed", updates=len(inputs))
        await self._take_rest(left, bodies)

    async def _read(self, raw: Raw) -> Input | None:
        try:
            return updates.read(raw, self._services.bot_username)
        except Exception as error:
            log.exception("update_unreadable", update=raw.get("update_id"))
            await self._set_aside(Input(int(raw["update_id"])), raw, error)
            return None

    async def _begun_before(self, inputs: Sequence[Input]) -> bool:
        """Tell whether a process died handling one of these; else count that they begin."""
        async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
            ids = [update.update_id for update in inputs]
            fresh = await inbox.unseen(tx, self._bot_id, ids)
            begun = await inbox.attempts(tx, self._bot_id, fresh)
            if fresh and not begun:
                await inbox.count_attempts(tx, self._bot_id, sorted(fresh))
        return bool(begun)

    async def _take_warily(self, inputs: Sequence[Input], bodies: Mapping[int, Raw]) -> None:
        """Take one after the other, each counted: if one kills us, it alone is to blame."""
        for update in inputs:
            async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
                fresh = await inbox.unseen(tx, self._bot_id, [update.update_id])
                counted = await inbox.count_attempts(tx, self._bot_id, sorted(fresh))
            if counted.get(update.update_id, 0) > ATTEMPTS:
                error = RuntimeError("the process died on this update, again and again")
                await self._set_aside(update, bodies[update.update_id], error)
            else:
                await self._take_alone(update, bodies[update.update_id])

    async def _take_set(self, inputs: Sequence[Input]) -> list[Input]:
        """Take what answers forms in one transaction; return the rest, in order."""
        ready = _ready(inputs)
        async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
            await self._db.lock_chats(tx, (update.chat_id for update in ready))
            fresh = await inbox.claim(tx, self._bot_id, [update.update_id for update in ready])
            answered = await answers.answer_set(
                tx, self._services, [update for update in ready if update.update_id in fresh]
            )
            left = fresh - answered.keys()
            await inbox.release(tx, self._bot_id, left)
        _note_again(len(ready) - len(fresh))
        callbacks = [
            (update.callback_id, answered.get(update.update_id))
            for update in ready
            if update.callback_id and update.update_id not in left
        ]
        self._after(Taken(frozenset(tx.wakes), tuple(callbacks)))
        done = {update.update_id for update in ready} - left
        return [update for update in inputs if update.update_id not in done]

    async def _take_rest(self, inputs: Sequence[Input], bodies: Mapping[int, Raw]) -> None:
        """Take each in a transaction of its own: in order within a chat, chats side by side."""
        lanes: dict[int, list[Input]] = defaultdict(list)
        for update in inputs:
            lanes[update.chat_id].append(update)
        gate = asyncio.Semaphore(SIDE_BY_SIDE)

        async def drive(lane: list[Input]) -> None:
            async with gate:
                for update in lane:
                    await self._take_alone(update, bodies[update.update_id])

        results = await asyncio.gather(*map(drive, lanes.values()), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result

    async def _take_alone(self, update: Input, raw: Raw) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                await self._handle(update)
            except Exception as error:
                if is_away(error):
                    raise
                log.exception("update_failed", update=update.update_id, attempt=attempt)
                if attempt == ATTEMPTS:
                    await self._set_aside(update, raw, error)
            else:
                return

    async def _handle(self, update: Input) -> None:
        async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
            await self._db.lock_chats(tx, [update.chat_id])
            toast = None
            fresh = await inbox.claim(tx, self._bot_id, [update.update_id])
            if fresh:
                ctx = await open_context(tx, self._services, update)
                if ctx is not None:
                    await routes.route(ctx)
                    toast = ctx.toast
        _note_again(1 - len(fresh))
        callbacks = ((update.callback_id, toast),) if update.callback_id else ()
        self._after(Taken(frozenset(tx.wakes), callbacks))

    async def _set_aside(self, update: Input, raw: Raw, error: Exception) -> None:
        """Keep the update as dead, tell the person in plain words and the coordinators."""
        async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
            await inbox.set_aside(
                tx,
                self._bot_id,
                update.update_id,
                error=f"{type(error).__name__}: {error}",
                body=raw,
            )
        try:
            async with self._db.begin(self._clock.now(), real_now=real_now()) as tx:
                ctx = await open_context(tx, self._services, update)
                await routes.apologise(tx, self._services, ctx)
        except Exception as trouble:
            if is_away(trouble):
                raise
            log.exception("apology_failed", update=update.update_id)
        callbacks = ((update.callback_id, None),) if update.callback_id else ()
        self._after(Taken(frozenset(tx.wakes), callbacks))


def _note_again(count: int) -> None:
    if count:
        log.info("updates_again", count=count)


def _ready(inputs: Sequence[Input]) -> list[Input]:
    """Leave out what must wait for an earlier update of its chat that goes alone."""
    alone: set[int] = set()
    ready = []
    for update in inputs:
        if update.may_answer_form and update.chat_id not in alone:
            ready.append(update)
        else:
            alone.add(update.chat_id)
    return ready
