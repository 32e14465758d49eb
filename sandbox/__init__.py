"""A Telegram to try the bot on: Bot API server, people for tests, phones in a page."""

from sandbox.acts import CannotError
from sandbox.clock import SandboxClock
from sandbox.faults import Faults
from sandbox.group import Group
from sandbox.person import SandboxPerson
from sandbox.sandbox import Sandbox
from sandbox.seen import Seen

__all__ = ["CannotError", "Faults", "Group", "Sandbox", "SandboxClock", "SandboxPerson", "Seen"]
