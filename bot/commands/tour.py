"""`tour`: the whole story without a screen; what each phone shows is printed as it goes."""

import asyncio
import logging
import shutil
import tempfile
from pathlib import Path

import uvloop

from bot.demo.scenario import act_out
from bot.demo.world import DemoWorld, demo_world
from bot.logs import set_up
from bot.telegram.limits import SendLimits
from sandbox import Seen


def run_tour(folder: str) -> int:
    """Play the story; leave its papers, photos and transcript in the folder."""
    set_up("text", level=logging.WARNING)
    uvloop.run(_tour(Path(folder)))
    return 0


async def _tour(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)  # noqa: ASYNC240 nothing runs yet
    with tempfile.TemporaryDirectory() as data:
        async with demo_world(Path(data), send_limits=SendLimits(0, 0, 0)) as world:
            lines: list[str] = []
            names = {person.id: person.user.first_name for person in world.sandbox.people}
            names[world.group.id] = world.group.title

            def show(chat_id: int, line: str) -> None:
                text = "\n".join(
                    f"{names.get(chat_id, ''):>16} │ {one}" for one in str(line).splitlines()
                )
                lines.append(text)
                print(text, flush=True)

            world.sandbox.on_line(show)
            await act_out(world)
            await _leave(world, folder, lines)
    print(f"\nThe papers, photos and the transcript are in {folder}/")


async def _leave(world: DemoWorld, folder: Path, lines: list[str]) -> None:
    """Write the transcript and every file that somebody got."""
    (folder / "transcript.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    screens = [*(person.screen for person in world.sandbox.people), world.group.screen]
    for seen in (one for screen in screens for one in screen):
        for part in seen.parts or (seen,):
            if part.kind in {"document", "photo"}:
                content = await part.bytes()
                path = folder / _name(part)
                await asyncio.to_thread(path.write_bytes, content)


def _name(seen: Seen) -> str:
    """Name a file after the chat and message it came in; what people called it is only its end."""
    ending = ".pdf" if seen.name.lower().endswith(".pdf") else ".jpg"
    stem = "".join(c for c in Path(seen.name).stem if c.isalnum() or c in "-_") or "photo"
    return f"{seen.chat_id}-{seen.message_id}-{stem}{ending}"
