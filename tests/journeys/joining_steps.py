"""Steps of a crew member who joins."""

from sandbox import SandboxPerson


async def invitation(office: SandboxPerson, name: str = "Tariq") -> str:
    """Have the coordinator make a link; return what follows « ?start= »."""
    mark = office.mark()
    await office.says("/crew")
    await office.taps(f"Inviter {name}")
    link = await office.sees_after(mark, "?start=crew-")
    return link.text.partition("?start=")[2].split()[0]
