"""Methods of the Bot API by name, one module per group of methods."""

from sandbox.methods import bot, chats, editing, files, intake, sending, topics
from sandbox.methods.base import METHODS, Call, Method

__all__ = [
    "METHODS",
    "Call",
    "Method",
    "bot",
    "chats",
    "editing",
    "files",
    "intake",
    "sending",
    "topics",
]
