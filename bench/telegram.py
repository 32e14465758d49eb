"""The process that stands for Telegram: serves, plays the people, and tells what it measured."""

import asyncio
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from time import monotonic, process_time
from typing import Any

import orjson
import uvloop

from bench.api import Api, Inbox
from bench.people import Crowd, Tally
from bench.plan import BenchPlan
from bench.script import script
from bench.stdin import told_to_stop
from bench.wire import Wire

POLLED_SECONDS = 60.0
OPENING_SECONDS = 3.0
TICK = 0.02


@dataclass(frozen=True, slots=True)
class Result:
    """What the people saw between the two marks, and all in all."""

    seconds: float
    waits: list[float]
    conversations: int
    screens: int
    calls: Mapping[str, int]
    cpu_seconds: float
    answered: int
    completed: int
    unanswered: int
    stuck: list[str]
    unknown: Mapping[str, int]


def tell(**words: Any) -> None:
    """Write one line for the process that started us."""
    sys.stdout.write(orjson.dumps(words).decode() + "\n")
    sys.stdout.flush()


async def serve(plan: BenchPlan) -> None:
    """Serve until standard input ends; run the plan once somebody polls."""
    loop = asyncio.get_running_loop()
    inbox = Inbox(loop.call_later)
    steps = script(datetime.now(UTC).date())
    crowd = Crowd(plan.people, steps, inbox.put, conversations=plan.conversations)
    api = Api(inbox, crowd.sees)
    server = await loop.create_server(lambda: Wire(api, plan.one_way_ms / 1000), "127.0.0.1", 0)
    tell(port=server.sockets[0].getsockname()[1])
    playing = asyncio.create_task(_play(plan, inbox, crowd, api))
    await told_to_stop()
    playing.cancel()
    server.close()


async def _play(plan: BenchPlan, inbox: Inbox, crowd: Crowd, api: Api) -> None:
    if not await _until(lambda: inbox.polled, POLLED_SECONDS):
        tell(fault="the bot never asked for updates")
        return
    opening = asyncio.create_task(_open(plan, crowd))
    if plan.conversations is None:
        await _until(lambda: crowd.completed >= plan.people, plan.warm_up)
    wanted = crowd.completed + plan.people * (plan.conversations or 1)
    crowd.tally, cpu, started = Tally(), process_time(), monotonic()
    api.calls.clear()
    tell(mark="begin")
    await _until(lambda: crowd.completed >= wanted, plan.seconds)
    seconds, cpu, calls = monotonic() - started, process_time() - cpu, dict(api.calls)
    tally, crowd.tally = crowd.tally, Tally()
    tell(mark="end")
    crowd.talking = False
    await opening
    await _until(lambda: crowd.waiting == 0, plan.drain)
    result = Result(
        seconds,
        tally.waits,
        tally.conversations,
        tally.screens,
        calls,
        cpu,
        crowd.answered,
        crowd.completed,
        crowd.waiting,
        crowd.stuck(max(tally.waits, default=0.0)),
        dict(api.unknown),
    )
    tell(result=asdict(result))


async def _open(plan: BenchPlan, crowd: Crowd) -> None:
    """Let people begin one after another, so that they do not march in step."""
    everybody = crowd.everybody()
    pause = min(OPENING_SECONDS, plan.warm_up / 2) / len(everybody)
    for person_id in everybody:
        if crowd.talking:
            crowd.begins(person_id)
            await asyncio.sleep(pause)


async def _until(holds: Callable[[], bool], seconds: float) -> bool:
    deadline = monotonic() + seconds
    while not holds() and monotonic() < deadline:  # noqa: ASYNC110 an Event costs the people time
        await asyncio.sleep(TICK)
    return holds()


if __name__ == "__main__":
    uvloop.run(serve(BenchPlan.load(sys.argv[1])))
