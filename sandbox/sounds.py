"""A voice message that says nothing."""

from __future__ import annotations

import functools
import struct

RATE = 8000


@functools.cache
def silence(seconds: int) -> bytes:
    """A WAV file that browsers play."""
    data = b"\x80" * RATE * seconds
    head = struct.pack(
        "<4sI4s4sIHHIIHH", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1, RATE, RATE, 1, 8
    )
    return head + struct.pack("<4sI", b"data", len(data)) + data
