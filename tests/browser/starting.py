"""`python -m bot demo`, started and stopped as a person does."""

import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"runs at\s+(http://\S+)")
START_SECONDS = 60.0
STOP_SECONDS = 20.0


@contextmanager
def demo(folder: Path, port: int = 0, *, reset: bool = False) -> Iterator[str]:
    """Run it on its own folder; give the address that it prints; stop it with Ctrl-C.

    Raises AssertionError with all it said when it does not start, or does not stop cleanly.
    """
    command = [sys.executable, "-m", "bot", "demo", "--folder", str(folder), "--port", str(port)]
    command += ["--reset"] if reset else []
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=0
    ) as running:
        said = ""
        try:
            while not (found := ADDRESS.search(said)):
                said += _more(running, said)
            yield found[1]
        finally:
            running.send_signal(signal.SIGINT)
            try:
                rest, _ = running.communicate(timeout=STOP_SECONDS)
            finally:
                running.kill()
    said += rest.decode()
    assert running.returncode == 0, f"{running.returncode}: {said}"
    assert "Stopping" in said, said
    assert "Traceback" not in said, said


def _more(running: subprocess.Popen[bytes], said: str) -> str:
    """Wait for the next words of a demo that starts."""
    assert running.stdout is not None
    ready, _, _ = select.select([running.stdout], [], [], START_SECONDS)
    words = running.stdout.read(4096) if ready else b""
    assert words, f"The demo did not start:\n{said}"
    return words.decode()
