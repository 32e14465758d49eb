"""Logs: one line an event, no personal data, no message texts."""

import logging
from typing import Literal

import structlog


def set_up(log_format: Literal["text", "json"], level: int = logging.INFO) -> None:
    """Choose how log lines look."""
    last: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if log_format == "json"
        # Never the pretty tracebacks: they show local variables, and those hold people's words.
        else structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )
    # Requests carry the token in their address: libraries only speak up when something breaks.
    for name in ("httpx", "apscheduler", "telegram", "aiohttp"):
        logging.getLogger(name).setLevel(logging.WARNING)
