"""A request from the first tap to the rated report, acted out by the people of the demo."""

from datetime import date, datetime, time, timedelta

from bot.demo.world import DemoWorld
from domain.calendar import add_working_days, day_of, to_utc
from sandbox import SandboxPerson

SIRET = "732 829 320 00074"


async def act_out(world: DemoWorld) -> None:
    """Act it all out; whoever does not see what they should stops it with an AssertionError."""
    await register(world.client)
    await ask(world)
    await agree(world)
    await join(world)
    await plan(world)
    await confirm(world)
    await remind(world)
    await work(world)
    await report(world)


async def register(client: SandboxPerson) -> None:
    """Say who asks: language, notice, company, name, phone."""
    await client.says("/start")
    await client.taps("Français")
    await client.taps("J’ai compris")
    await client.sees("SIRET")
    await client.says(SIRET)
    await client.sees("nom de votre entreprise")
    await client.says("Bâti Nord")
    await client.sees("Quel est votre nom")
    await client.says("Claire Martin")
    await client.taps("numéro")
    await client.sees("est enregistrée")


async def ask(world: DemoWorld) -> None:
    """Describe a clearance, look it over, change one answer, send."""
    client = world.client
    first = add_working_days(day_of(world.clock.now(), world.settings.zone), 10)
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
    await client.says("20 bureaux droits 160x80, 20 caissons")
    await client.sees("lequel est-ce")
    await client.taps("Caisson mobile métal")
    await client.taps("Ajouter, et c’est tout")
    await client.taps("🏠 Propriétaire")
    await client.sends_photos(3)
    await client.sees("3 photos")
    await client.taps("Terminé")
    await client.sees("À partir de quel jour")
    await client.says(f"{first:%d/%m/%Y}")
    await client.sees("Jusqu’à quel jour")
    await client.says(f"{first + timedelta(days=7):%d/%m/%Y}")
    await client.sees("Autre chose")
    await client.says("Badge à demander à l’accueil")
    await client.taps("Envoyer")
    await client.sees("envoyée")


async def agree(world: DemoWorld) -> None:
    """The coordinator asks and quotes; the client answers and agrees by name."""
    client, coordinator = world.client, world.coordinator
    await coordinator.taps("Demander", chat=world.group)
    await coordinator.sees("Quelle est votre question")
    await coordinator.says("Le monte-charge est-il réservable ?")
    await client.taps("Répondre")
    await client.sees("Votre réponse")
    await client.says("Oui, de 8 h à 12 h")
    await coordinator.sees("de 8 h à 12 h", chat=world.group)
    await coordinator.taps("Envoyer le devis", chat=world.group)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Claire Martin")
    await client.sees("Quelle est sa fonction")
    await client.says("Conductrice de travaux")
    await client.sees("adresse postale")
    await client.says("4 quai de la Marne, 93500 Pantin")
    await coordinator.sees("Accord de Claire Martin", chat=world.group)


async def join(world: DemoWorld) -> None:
    """The coordinator invites the one who has not joined; he follows the link, once."""
    coordinator, newcomer = world.coordinator, world.crew[-1]
    await coordinator.says("/crew")
    await coordinator.taps("Inviter Tariq")
    invitation = await coordinator.sees("?start=crew-")
    payload = invitation.text.partition("?start=")[2].split()[0]
    await newcomer.says(f"/start {payload}")
    await newcomer.taps("English")
    await newcomer.taps("number")
    await newcomer.sees("All good, Tariq")
    await coordinator.sees("Tariq a rejoint", chat=world.group)


async def plan(world: DemoWorld) -> None:
    """Day, hour, crew, leader, vehicle; the draft; published."""
    coordinator = world.coordinator
    await coordinator.taps("Planifier", chat=world.group)
    await coordinator.sees("Quel jour commence-t-on")
    await coordinator.says(f"{_first_day(world):%d/%m/%Y}")
    await coordinator.taps("08:00")
    await coordinator.taps("☐ Moussa")
    await coordinator.taps("☐ Tariq")
    await coordinator.taps("Terminé")
    await coordinator.sees("Qui dirige")
    await coordinator.taps("Moussa")
    await coordinator.taps("Camion 20 m³")
    await coordinator.taps("Publier")
    await world.client.sees("C’est prévu")


async def confirm(world: DemoWorld) -> None:
    """One tap each; one says no, somebody else comes."""
    leader, newcomer, stand_in = world.crew[0], world.crew[-1], world.crew[2]
    await leader.taps("✅ Oui")
    await leader.sees("Vous venez.")
    await newcomer.taps("❌ No")
    await world.coordinator.sees("ne vient pas", chat=world.group)
    await world.coordinator.taps("Remplacer Tariq", chat=world.group)
    offered = await world.coordinator.sees("Qui remplace")
    await world.coordinator.taps("Karim", on=offered)
    await stand_in.taps("✅ Oui")
    await world.coordinator.sees("Équipe complète", chat=world.group)


async def remind(world: DemoWorld) -> None:
    """The evening before, and two hours before."""
    eve = to_utc(_first_day(world) - timedelta(days=1), time(18, 0), world.settings.zone)
    await world.jump(eve + timedelta(seconds=5))
    await world.crew[0].sees("Demain 08:00")
    await world.jump(eve + timedelta(hours=12, seconds=5))
    await world.crew[0].sees("Aujourd’hui 08:00")


async def work(world: DemoWorld) -> None:
    """On the way, arrived, photos, counts, photos, done; done too early does nothing."""
    leader = world.crew[0]
    await leader.taps("Je pars")
    await world.client.sees("est en route")
    await leader.taps("Je suis arrivé")
    await leader.sees("Photos AVANT : 0")
    await leader.sends_photos(2)
    await leader.sees("Photos AVANT : 2")
    await leader.taps("Photos AVANT finies")
    refused = await leader.taps("🏁 Fini")
    assert "APRÈS" in (refused or "")
    await leader.taps("Compter")
    await _count_all(leader, "Bureau droit", 0)
    await leader.taps("‹ Objets")
    await _count_all(leader, "Caisson", 2)
    await leader.sends_photos(2)
    await leader.sees("après 2")
    await leader.taps("🏁 Fini")


async def _count_all(leader: SandboxPerson, item: str, outcome: int) -> None:
    await leader.taps(item)
    await leader.taps("Tout")
    card = await leader.sees(lambda seen: "● Tout" in seen.labels)
    await leader.taps("➕", on=card, index=outcome)
    await leader.sees("reste 0")


async def report(world: DemoWorld) -> None:
    """The report reaches client and coordinators; the client is content."""
    await world.client.sees("Compte rendu", within=60)
    await world.client.taps("5 ⭐")
    await world.client.sees("⭐⭐⭐⭐⭐")
    await world.coordinator.sees("⭐⭐⭐⭐⭐", chat=world.group)


def _first_day(world: DemoWorld) -> date:
    """The day the client asked for, the same however the clock jumps."""
    asked = next(
        seen for seen in world.client.screen if seen.text.count("/") == 2 and not seen.from_bot
    )
    return datetime.strptime(asked.text, "%d/%m/%Y").date()  # noqa: DTZ007 a day has no zone
