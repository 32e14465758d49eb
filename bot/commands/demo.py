"""`demo`: the whole thing on this machine, with phones in a page, no account and no server."""

import asyncio
import logging
import shutil
import signal
import socket
from pathlib import Path

import uvloop

from bot.demo.world import AHEAD, DATABASE, bot_running, set_up
from bot.logs import set_up as set_up_logs
from bot.settings import ROOT
from bot.telegram.limits import SendLimits

FOLDER = ROOT / "var" / "demo"
OWN = (f"{DATABASE}*", "media", "telegram", AHEAD)
PORTS = 50
AT_ONCE = SendLimits(0, 0, 0)  # the sandbox takes what Telegram would find too fast

HINTS = """
  R4 Bot runs at   {url}

  Try first (the page shows these steps, and ticks them off):
    1. Client, left phone: «Start», a language, who you are (SIRET 732 829 320 00074).
    2. Answer the questions, a few photos by the paperclip, «Envoyer».
    3. Coordinator, right phone, in the group: «Envoyer le devis».
    4. Client: open the PDF, «Accepter».
    5. Coordinator: «Planifier», a day, an hour, Moussa and somebody else, «Publier».
    6. Crew, middle phone: «Oui»; then «Jump to the next reminder» at the top.

  Ctrl-C stops it; its data stay for the next start (make demo RESET=1 begins anew).
"""


def run_demo(*, port: int, reset: bool, folder: Path = FOLDER) -> int:
    """Run until Ctrl-C."""
    set_up_logs("text", level=logging.WARNING)
    if reset:
        _clear(folder)
    uvloop.run(_demo(folder, _free_port(port)))
    return 0


async def _demo(folder: Path, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    async with (
        set_up(folder, port=port, keep=True, send_limits=AT_ONCE) as world,
        bot_running(world.settings, world.clock) as bot,
    ):
        print(HINTS.format(url=world.sandbox.url), flush=True)
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait([stopped, bot], return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        print("\n  Stopping…", flush=True)


def _clear(folder: Path) -> None:
    """Remove what a demo leaves in its folder, and nothing else."""
    for each in OWN:
        for path in folder.glob(each):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def _free_port(first: int) -> int:
    """Find the first port from this one on that nobody listens on."""
    for port in range(first, first + PORTS):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise SystemExit(f"no free port from {first} on")
