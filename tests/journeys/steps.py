"""What people do again and again in the journeys, step by step as they would."""

from datetime import UTC, datetime

from bot.clock import real_now
from bot.demo.world import DemoWorld
from domain.people import Role
from sandbox import SandboxPerson
from sandbox.seen import Seen
from storage import people
from storage.engine import Database

ON_THE_EVE = datetime(2026, 12, 13, 17, 35, tzinfo=UTC)  # 18:35 in Paris
AN_HOUR_BEFORE = datetime(2026, 12, 14, 5, 30, tzinfo=UTC)  # 06:30 in Paris

SIRET = "732 829 320 00074"
POSTAL_ADDRESS = "4 quai de la Marne, 93500 Pantin"


async def register(
    client: SandboxPerson,
    *,
    name: str = "Claire Martin",
    siret: str = SIRET,
    company: str = "Bâti Nord",
    inside: SandboxPerson | None = None,
) -> None:
    """From the first tap to a registered client; a colleague who is `inside` lets them in."""
    await introduce(client, name=name, siret=siret, company=company)
    if inside is not None:
        await inside.taps("✅ Oui", on=await inside.sees(f"{name} ("))
    await client.sees("est enregistrée")


async def introduce(client: SandboxPerson, *, name: str, siret: str, company: str) -> None:
    """From the first tap to the last answer about who they are."""
    await client.says("/start")
    await client.taps("Français")
    await client.sees("vos données")
    await client.taps("J’ai compris")
    await client.sees("SIRET")
    await client.says(siret)
    await client.sees("nom de votre entreprise")
    await client.says(company)
    await client.sees("Quel est votre nom")
    await client.says(name)
    await client.sees("téléphone")
    await client.shares_contact()


async def request(
    client: SandboxPerson,
    *,
    send: bool = True,
    note: str | None = "Badge à l’accueil <b>&</b>",
    photos: int = 3,
) -> None:
    """A small office on the second floor, with photos."""
    await client.taps("Débarras de mobilier")
    await client.sees("Où est le chantier")
    await client.says("12 rue Hoche")
    await client.sees("code postal")
    await client.says("93500")
    await client.taps("Question par question")
    await client.sees("À quel étage")
    await client.says("2")
    await client.taps("monte-charge")
    await client.sees("Combien de mètres")
    await client.says("20")
    await client.taps("Quai")
    await client.taps("Non")
    await client.taps("🙋 Moi")
    await client.taps("⚡ Rien de particulier")
    await client.taps("Bureaux, tables")
    await client.taps("Bureau droit 160")
    await client.sees("1 × Bureau droit")
    await client.says("20")
    await client.sees("20 × Bureau droit")
    await client.taps("C’est tout")
    await client.taps("🏠 Propriétaire")
    await client.sees("Envoyez des photos")
    if photos:
        await client.sends_photos(photos)
        await client.sees(f"{photos} photos")
        await client.taps("Terminé")
    else:
        await client.taps("Passer")
    await client.sees("À partir de quel jour")
    await client.says("14/12/2026")
    await client.sees("Jusqu’à quel jour")
    await client.says("18/12/2026")
    if note is not None:
        await client.sees("Autre chose")
        await client.says(note)
    await client.sees("Tout est-il juste")
    if send:
        await client.taps("Envoyer")


SECTIONS = {
    "Adresse et accès": (
        "Adresse", "Code postal", "Étage", "Ascenseur", "Distance", "Stationnement", "Site occupé",
    ),
    "Photos, jours": ("Photos", "Premier jour", "Dernier jour", "Remarque"),
}  # fmt: skip


async def change(client: SandboxPerson, label: str) -> None:
    """From the review to the question of one answer."""
    await client.taps("Changer une réponse")
    await client.sees("Que voulez-vous changer")
    for section, labels in SECTIONS.items():
        if label in labels:
            await client.taps(section)
            await card(client, "Autres réponses")
    await client.taps(label)


async def quoted(world: DemoWorld) -> Seen:
    """A client has a quote in the chat."""
    await register(world.client)
    await request(world.client)
    await world.client.sees("DEM-2026-0001")
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    return await asked(world.client, "Devis DEV-2026-0001")


async def card(person: SandboxPerson, button: str) -> Seen:
    """Wait for a card that has this button."""
    return await person.sees(lambda seen: any(button in label for label in seen.labels))


async def sign(
    client: SandboxPerson, name: str = "Jeanne Duval", role: str = "Directrice de travaux"
) -> None:
    """Agree, as somebody who never did before."""
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says(name)
    await client.sees("Quelle est sa fonction")
    mark = client.mark()
    await client.says(role)
    asked = await client.sees_after(
        mark, lambda seen: "adresse postale" in seen.text or "Votre accord sur" in seen.text
    )
    if "adresse postale" in asked.text:
        await client.says(POSTAL_ADDRESS)
    await client.sees("Votre accord sur")


async def exclude_unread(world: DemoWorld) -> None:
    """The coordinator leaves out what nobody could read."""
    office = world.coordinator
    await office.taps("Décider", chat=world.group)
    await office.sees("Que décidez-vous")
    await office.taps("Exclure")
    await office.sees("sera gardé avec votre nom")
    await office.says("demandé au client")
    await office.sees("Décision notée")


async def agree(world: DemoWorld) -> None:
    """The coordinator sends the quote and the client agrees."""
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    await sign(world.client)


async def ask_change(client: SandboxPerson, words: str) -> None:
    await client.taps("Demander un changement")
    await client.sees("Que faut-il changer")
    await client.says(words)
    await client.sees("Nous vous répondons ici")


async def ask_renewal(client: SandboxPerson, number: str) -> None:
    """Ask for an expired quote anew, with new dates."""
    await client.taps("Mettre à jour ce devis")
    await client.sees("À partir de quel jour pouvons-nous venir")
    await client.says("11/01/2027")
    await client.sees("Jusqu’à quel jour")
    await client.says("15/01/2027")
    await client.sees(f"Nous mettons {number} à jour")


async def more_desks(office: SandboxPerson, count: int = 10) -> None:
    await office.taps("Objets")
    await office.taps("20 × Bureau droit")
    await office.taps(f"+{count}")
    await office.sees(f"{20 + count} × Bureau droit")
    await office.taps("Retour")
    await asked(office, "Prix calculé")


async def send_price(office: SandboxPerson) -> None:
    await office.taps("Envoyer au client")
    await office.sees("part chez le client")


async def second_coordinator(world: DemoWorld) -> SandboxPerson:
    """Another of the house, who is in the group too."""
    moussa = world.crew[0]
    db = Database(world.settings.database_url)
    try:
        async with db.begin(world.clock.now(), real_now=real_now()) as tx:
            person = await people.meet(tx, moussa.id, first_name="Moussa", language="fr")
            await people.give(tx, person, Role.COORDINATOR)
    finally:
        await db.close()
    await moussa.joins(world.group)
    return moussa


async def draft(world: DemoWorld, *names: str, hour: str = "07:30", request: int = 1) -> Seen:
    """The coordinator plans for the first day offered, up to the card of the plan."""
    office = world.coordinator
    await office.says(f"/start plan-{request}")
    await office.taps("lun. 14 déc.")
    await office.taps(hour)
    for name in names:
        await office.taps(f"☐ {name}")
        await ticked(office, name)
    await office.taps("Terminé")
    await asked(office, "Qui dirige")
    await office.taps("Passer")
    await office.taps("Camion 20")
    return await asked(office, "Plan INT-")


async def ticked(person: SandboxPerson, name: str) -> None:
    await person.sees(lambda seen: any(f"☑ {name}" in label for label in seen.labels))


async def asked(person: SandboxPerson, words: str) -> Seen:
    """Wait for a bubble with words and buttons: an older one has lost its own."""
    return await person.sees(lambda seen: words in seen.text and seen.buttons != ())


async def plan(world: DemoWorld, *names: str, hour: str = "07:30", request: int = 1) -> None:
    """Plan and publish."""
    card = await draft(world, *names, hour=hour, request=request)
    await world.coordinator.taps("Publier", on=card)
    await world.coordinator.sees("Publié, réponses attendues", chat=world.group)


async def confirm(*crew: SandboxPerson) -> None:
    for member in crew:
        await member.taps("✅ Oui")
        await member.sees("Vous venez. Merci")


async def set_off(world: DemoWorld, leader: SandboxPerson, at: datetime = AN_HOUR_BEFORE) -> None:
    """The day comes, the leader drives there."""
    await world.jump(at)
    await leader.sees("Aujourd’hui 07:30")
    await leader.taps("Je pars")
    await world.client.sees("L’équipe est en route")
    await leader.taps("Je suis arrivé")
    await leader.sees("Photos AVANT : 0")


async def prove(leader: SandboxPerson) -> None:
    """Photos before, everything counted as reused, a photo after, done."""
    await leader.sends_photos(2)
    await leader.sees("Photos AVANT : 2")
    await leader.taps("Photos AVANT finies")
    await leader.taps("Compter")
    await leader.taps("0/20")
    await leader.taps("Tout")
    await leader.sees(lambda seen: "● Tout" in seen.labels)
    await leader.taps("➕")
    await leader.sees("reste 0")
    await leader.sends_photos(1)
    await leader.sees("après 1")
    await leader.taps("🏁 Fini")
