"""A client of whom every message and every tap is counted."""

from dataclasses import dataclass

import pytest

from sandbox import SandboxPerson


@dataclass
class Counted:
    """Waits for the answer to each act."""

    person: SandboxPerson
    acts: int = 0

    async def says(self, text: str, then: str) -> None:
        self.acts += 1
        mark = self.person.mark()
        await self.person.says(text)
        await self.person.sees_after(mark, then)

    async def taps(self, label: str, then: str) -> None:
        self.acts += 1
        mark = self.person.mark()
        await self.person.taps(label)
        await self.person.sees_after(mark, then)

    async def sends_album(self, photos: int, then: str) -> None:
        """One act: they are chosen together and sent once."""
        self.acts += 1
        mark = self.person.mark()
        await self.person.sends_photos(photos)
        await self.person.sees_after(mark, then)

    def told(self, what: str, at_most: int, capsys: pytest.CaptureFixture[str]) -> None:
        """Print the figure that is asked for, and hold it."""
        with capsys.disabled():
            print(f"\n{what}: {self.acts} messages and taps (at most {at_most})")  # noqa: T201
        assert self.acts <= at_most


async def to_the_contact(
    client: Counted, address: str = "12 rue Hoche, 93500 Pantin", floor: str = "0"
) -> None:
    """Question by question from the activity to who opens on site; by the goods lift from above."""
    await client.taps("Débarras de mobilier", "Où est le chantier")
    await client.says(address, "Comment continuer")
    await client.taps("Question par question", "À quel étage")
    if floor == "0":
        await client.says(floor, "Combien de mètres")
    else:
        await client.says(floor, "ascenseur")
        await client.taps("monte-charge", "Combien de mètres")
    await client.says("20", "se garer")
    await client.taps("Quai", "travaillent")
    await client.taps("Non", "Qui nous ouvre")
