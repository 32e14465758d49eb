"""What one run is to do, and the names that the processes of a run share."""

from dataclasses import asdict, dataclass
from typing import Self

import orjson

TOKEN = "123456789:" + "bench" * 7
BOT_ID = 123456789
FIRST_PERSON = 1_000_001
GROUP = -1_001_000_000_001  # the coordinators' group
HOME_BUTTON = "a:new:0:0"  # under the card that shows where things stand


@dataclass(frozen=True, slots=True)
class BenchPlan:
    """One run: how many talk, for how long, over which network.

    What counts begins when there have been as many conversations as there are people, and ends
    after as many again, so that it holds whole conversations however people bunch; `warm_up` and
    `seconds` bound the two parts. `drain` seconds are left at the end for open updates.
    `one_way_ms` is the network from bot to Telegram, half of the way there and back. With
    `conversations` each person stops after so many, and all of them count.
    """

    people: int = 300
    warm_up: float = 4.0
    seconds: float = 12.0
    one_way_ms: float = 0.0
    drain: float = 6.0
    conversations: int | None = None

    def dump(self) -> str:
        return orjson.dumps(asdict(self)).decode()

    @classmethod
    def load(cls, text: str) -> Self:
        return cls(**orjson.loads(text))
