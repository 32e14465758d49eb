"""What happened on each phone, line by line, in the order it happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.core import Core
from sandbox.seen import describe, see
from sandbox.world import SandboxChange

OnLine = Callable[[int, str], None]


@dataclass
class Journal:
    """`lines` by chat; `on_line` is told of every new one."""

    core: Core
    lines: dict[int, list[str]] = field(default_factory=dict)
    on_line: OnLine | None = None
    kept: int = 5000

    def note(self, change: SandboxChange) -> None:
        if change.message is not None:
            message = change.message
            lines = describe(see(self.core, message))
            lines = [f"(deleted) {lines[0]}"] if message.deleted else lines
        elif change.what == "toast":
            user = self.core.world.users[change.data["person"]]
            text = change.data["text"]
            lines = [f"    {user.first_name} sees flash up: {text}"] if text else []
        elif change.what == "tap":
            user = self.core.world.users[change.data["person"]]
            lines = [f"{user.first_name} taps [{change.data['label']}]"]
        else:
            return
        if change.chat_id is not None:
            self._write(change.chat_id, lines)

    def _write(self, chat_id: int, lines: list[str]) -> None:
        kept = self.lines.setdefault(chat_id, [])
        kept += lines
        del kept[: -self.kept]
        for line in lines if self.on_line else []:
            assert self.on_line is not None
            self.on_line(chat_id, line)


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything that went through one chat; `str` of it is for reading."""

    title: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        rule = "=" * len(self.title)
        return "\n".join([self.title, rule, *self.lines, ""])
