"""From an agreed quote to the rated report, and the wrong taps on the way."""

from bot.clock import real_now
from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from storage import events
from storage.engine import Database
from tests.journeys.steps import (
    confirm,
    draft,
    plan,
    prove,
    register,
    set_off,
)

NOT_YOURS = "Ce bouton n’est pas pour vous."


async def refusals(world: DemoWorld, person: SandboxPerson) -> int:
    """Count what the audit trail says this person was refused."""
    db = Database(world.settings.database_url)
    try:
        async with db.read(real_now()) as tx:
            trail = await events.of(tx, "person", person.id)
    finally:
        await db.close()
    return [what for what, _ in trail].count("refused")


async def test_the_day_from_plan_to_rated_report(agreed: DemoWorld) -> None:
    world, moussa, awa = agreed, agreed.crew[0], agreed.crew[1]
    await plan(world, "Moussa", "Awa")
    told = await world.client.sees("C’est prévu")
    assert "lundi 14 décembre 2026 · 🕐 07:30" in told.text
    await confirm(moussa, awa)
    card = await world.coordinator.sees("Équipe complète", chat=world.group)
    assert "✅ Moussa ★\n✅ Awa" in card.text
    await set_off(world, moussa)
    await prove(moussa)

    document = await world.client.sees(lambda seen: seen.kind == "document" and "INT" in seen.name)
    assert (await document.bytes()).startswith(b"%PDF")
    ours = await world.coordinator.sees("Compte rendu INT-2026-0001", chat=world.group)
    assert ours.silent  # the card that follows it is heard
    assert ours.kind == "document"
    assert await ours.bytes() != await document.bytes()
    assert await world.client.taps("5 ⭐") == "Merci pour votre note !"
    rated = await world.coordinator.sees("Le client : ⭐⭐⭐⭐⭐", chat=world.group)
    assert "🏁 06:30 fini\n📷 avant 2 · après 1" in rated.text
    assert (await world.client.sees("Votre note : ⭐⭐⭐⭐⭐")).buttons == ()
    assert (await moussa.sees("Le compte rendu est envoyé")).buttons == ()


async def test_done_needs_photos_of_before_and_after(agreed: DemoWorld) -> None:
    moussa = agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa)
    await set_off(agreed, moussa)
    assert await moussa.taps("Photos AVANT finies") == "📷 Il manque une photo AVANT."
    await moussa.sends_photos(1)
    await moussa.sees("Photos AVANT : 1")
    await moussa.taps("Photos AVANT finies")
    assert await moussa.taps("🏁 Fini") == "📷 Il manque une photo APRÈS."
    await moussa.sends_photos(3)
    card = await moussa.sees("après 3")
    answers = [seen for seen in moussa.screen if "après 3" in seen.text]
    assert len(answers) == 1
    done = card.code("🏁 Fini")
    assert "Merci" in str(await moussa.presses(done, card))
    assert await moussa.presses(done, card) == "C’est déjà répondu 👍"
    await agreed.client.sees("compte rendu arrive")


async def test_counting_stops_at_what_there_is(agreed: DemoWorld) -> None:
    moussa = agreed.crew[0]
    await plan(agreed, "Moussa", "Awa")
    await confirm(moussa)
    await set_off(agreed, moussa)
    await moussa.sends_photos(1)
    await moussa.sees("Photos AVANT : 1")
    await moussa.taps("Photos AVANT finies")
    await moussa.taps("Compter")
    await moussa.taps("0/20")
    line = await moussa.sees("reste 20")
    more = line.code("➕")
    await moussa.presses(more, line)
    await moussa.sees("reste 19")
    assert await moussa.presses(more, line) == "Un instant : voici le compte à jour."
    await moussa.taps("± 5")
    await moussa.sees(lambda seen: "● ± 5" in seen.labels)
    await moussa.taps("➕", index=3)
    await moussa.sees("reste 14")
    await moussa.taps("Tout")
    await moussa.sees(lambda seen: "● Tout" in seen.labels)
    await moussa.taps("➕", index=2)
    await moussa.sees("reste 0")
    assert await moussa.taps("➕") == "Tout est compté."
    assert await moussa.taps("➖", index=1) == "C’est déjà zéro."
    counts = await moussa.sees("♻️ réemployé : 1")
    assert "🔄 recyclé : 14" in counts.text
    assert "🗑️ éliminé : 5" in counts.text


async def test_nobody_else_can_use_the_crew_s_buttons(agreed: DemoWorld) -> None:
    moussa, awa, fatou = agreed.crew[0], agreed.crew[1], agreed.crew[3]
    await plan(agreed, "Moussa", "Awa")
    card = await moussa.sees("Vous venez ?")
    yes = card.code("✅ Oui")
    for stranger in (fatou, agreed.client, agreed.coordinator):
        await stranger.says("/help")
        seen = await stranger.sees(lambda seen: seen.from_bot)
        assert await stranger.presses(yes, seen) == NOT_YOURS
        assert await refusals(agreed, stranger) == 1
    await confirm(moussa, awa)
    await set_off(agreed, moussa)
    arrived = await moussa.sees("Photos AVANT : 0")
    mine = await awa.sees("Sur place")
    before = arrived.code("Photos AVANT finies")
    assert await awa.presses(before, mine) == NOT_YOURS
    await awa.sends_photos(1)
    await awa.sees("C’est le chef d’équipe qui envoie les photos")


async def test_the_plan_is_the_coordinators_and_the_stars_are_the_client_s(
    agreed: DemoWorld,
) -> None:
    moussa = agreed.crew[0]
    card = await draft(agreed, "Moussa", "Awa")
    for stranger in (moussa, agreed.client):
        await stranger.says("/start plan-1")
        await stranger.sees("Ce bouton n’est pas pour vous")
        seen = await stranger.sees(lambda seen: seen.from_bot)
        assert await stranger.presses(card.code("Publier"), seen) == NOT_YOURS
        assert await refusals(agreed, stranger) == 2
    await agreed.coordinator.taps("Publier")
    await confirm(moussa)
    await set_off(agreed, moussa)
    await prove(moussa)
    rating = await agreed.client.sees("Êtes-vous content")
    other = agreed.other_client
    await register(other, siret="443 061 841 00047", company="Glass & Co")
    seen = await other.sees(lambda seen: seen.from_bot)
    assert await other.presses(rating.code("1 ⭐"), seen) == NOT_YOURS
    await agreed.client.taps("4 ⭐")
    assert await agreed.client.presses(rating.code("1 ⭐"), rating) == "C’est déjà répondu 👍"
    await agreed.coordinator.sees("Le client : ⭐⭐⭐⭐", chat=agreed.group)
