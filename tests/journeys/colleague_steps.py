"""Steps of people of one company."""

from sandbox import SandboxPerson
from sandbox.seen import Seen
from tests.journeys.steps import asked


async def invites(lead: SandboxPerson) -> str:
    """Have the lead make a link; return what follows « ?start= »."""
    mark = lead.mark()
    await lead.says("/invite")
    link = await lead.sees_after(mark, "?start=join-")
    return link.text.partition("?start=")[2].split()[0]


async def follows(newcomer: SandboxPerson, payload: str) -> None:
    """Up to the last question: nobody asks for a company, it is known."""
    mark = newcomer.mark()
    await newcomer.says(f"/start {payload}")
    await newcomer.sees_after(mark, "732 829 320 00074")
    await newcomer.sees_after(mark, "your name, phone")
    await newcomer.taps("I understand", on=await asked(newcomer, "read how we use"))
    await newcomer.sees_after(mark, "What is your name")


async def comes_in(newcomer: SandboxPerson, payload: str, name: str = "Hugo Petit") -> None:
    await follows(newcomer, payload)
    await newcomer.says(name)
    await newcomer.sees("Your phone number")
    await newcomer.shares_contact()
    await newcomer.sees(f"Welcome {name}")


async def opens_card(lead: SandboxPerson, name: str) -> Seen:
    """The lead opens the card of one colleague, from their home card."""
    mark = lead.mark()
    await lead.says("/status")
    home = await lead.sees_after(mark, lambda seen: any("👥" in label for label in seen.labels))
    await lead.taps("👥", on=home)
    team = await lead.sees_after(mark, lambda seen: any(name in label for label in seen.labels))
    await lead.taps(name, on=team)
    return await lead.sees_after(mark, lambda seen: "◀" in str(seen.labels) and name in seen.text)
