"""`demo`: the whole thing on this machine, with phones in a page, no account and no server."""

import asyncio
import logging
import shutil
import signal
import socket
from pathlib import Path

import uvloop

from bot.logs import set_up
from bot.settings import ROOT
from bot.stage import stage

FOLDER = ROOT / "var" / "demo"
PORTS = 50

HINTS = """
  R4 Bot runs at   http://127.0.0.1:{port}

  Try first:
    1. Client (left phone): touch Start, choose a language, answer the questions, send.
    2. Coordinator (right phone, the group): touch «Envoyer le devis».
    3. Client: open the PDF, touch «Accepter».
    4. Coordinator: touch «Planifier», choose a day and a crew, publish.
    5. Crew (middle phone): touch the green button; then «jump to the next reminder» at the top.

  Ctrl-C stops it; its data stay for the next start (make demo RESET=1 begins anew).
"""


def run_demo(*, port: int, reset: bool) -> int:
    """Run until Ctrl-C."""
    set_up("text", level=logging.WARNING)
    if reset and FOLDER.exists():
        shutil.rmtree(FOLDER)
    uvloop.run(_demo(FOLDER, _free_port(port)))
    return 0


async def _demo(folder: Path, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    async with stage(folder, port=port, keep=True):
        print(HINTS.format(port=port), flush=True)
        await stop.wait()
        print("\n  Stopping…", flush=True)


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
