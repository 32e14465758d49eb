"""What somebody hears: messages that came anew since a moment, not cards that were edited."""

from sandbox import SandboxPerson
from sandbox.seen import Seen


def heard(person: SandboxPerson, mark: int) -> list[Seen]:
    """List what the bot sent since the mark; an edit makes no sound."""
    return [seen for seen in person.screen if seen.from_bot and seen.born > mark]
