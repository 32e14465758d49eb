"""After the agreement the thread goes on, and the client finds every document again."""

from bot.demo.world import DemoWorld
from tests.journeys.steps import agree, plan, register, request


async def test_client_and_office_write_to_each_other_on_the_job(agreed: DemoWorld) -> None:
    office, client = agreed.coordinator, agreed.client
    await plan(agreed, "Moussa", "Awa")
    await client.says("/status")
    await client.taps("📦 DEM-2026-0001")
    await client.taps("Nous écrire")
    await client.sees("Qu’avez-vous à nous dire")
    await client.says("Le code de la porte est 4711")
    await client.sees("c’est transmis")
    await office.sees("Le code de la porte est 4711", chat=agreed.group)

    board = await office.sees("INT-2026-0001", chat=agreed.group)
    assert board.text
    await office.taps("Écrire au client", chat=agreed.group)
    await office.sees("Quelle est votre question")
    await office.says("Merci. Et l’étage ?")

    asked = await client.sees("Et l’étage")
    await client.taps("Répondre", on=asked)
    await client.sees("Votre réponse")
    await client.says("Le deuxième")
    await office.sees("Le deuxième", chat=agreed.group)


async def test_the_history_gives_the_quote_and_its_agreement_again(world: DemoWorld) -> None:
    client = world.client
    await register(client)
    await request(client)
    await agree(world)
    await client.says("/history")

    shown = await client.sees("Vos demandes et leurs documents")
    assert "DEM-2026-0001" in shown.text
    mark = client.mark()
    await client.taps("Devis DEV-2026-0001, accord", on=shown)
    await client.sees_after(mark, lambda seen: seen.kind == "document")

    awa = world.crew[1]  # and nobody of another company has it
    await awa.says("/status")
    card = await awa.sees(lambda seen: seen.buttons != ())
    code = shown.codes[0][0]
    assert await awa.presses(code, card) == "Ce bouton n’est pas pour vous."
    await awa.says("/history")
    await awa.sees("vos prochains jours")
