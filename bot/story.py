"""The story that the bot must carry, played by the people on the stage."""

from datetime import timedelta

from bot.stage import Stage
from domain.calendar import add_working_days, paris_day
from sandbox import Person

SIRET = "732 829 320 00074"


async def play(scene: Stage) -> None:
    """Play it all; whoever does not see what they should stops it with an AssertionError."""
    await register(scene.client)
    await ask(scene)
    await agree(scene)


async def register(client: Person) -> None:
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


async def ask(scene: Stage) -> None:
    """Describe a clearance, look it over, change one answer, send."""
    client = scene.client
    first = add_working_days(paris_day(scene.clock.now()), 10)
    await client.taps("Débarras de mobilier")
    await client.sees("Où est le chantier")
    await client.says("12 rue Hoche")
    await client.sees("code postal")
    await client.says("93500")
    await client.sees("À quel étage")
    await client.says("2")
    await client.taps("monte-charge")
    await client.sees("Combien de mètres")
    await client.says("20")
    await client.taps("Quai")
    await client.taps("Non")
    await client.taps("Bureaux, tables")
    await client.taps("Bureau droit 160")
    await client.sees("Combien ?")
    await client.says("20")
    await client.taps("Bon")
    await client.sees("✓ État")
    await client.says("caisson métal")
    await client.taps("Caisson mobile métal")
    await client.sees("Combien ?")
    await client.says("20")
    await client.taps("Bon")
    await client.taps("C’est tout")
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


async def agree(scene: Stage) -> None:
    """The coordinator asks and quotes; the client answers and agrees by name."""
    client, coordinator = scene.client, scene.coordinator
    await coordinator.taps("Demander", chat=scene.group)
    await coordinator.sees("Quelle est votre question")
    await coordinator.says("Le monte-charge est-il réservable ?")
    await client.taps("Répondre")
    await client.sees("Votre réponse")
    await client.says("Oui, de 8 h à 12 h")
    await coordinator.sees("de 8 h à 12 h", chat=scene.group)
    await coordinator.taps("Envoyer le devis", chat=scene.group)
    await client.taps("Accepter")
    await client.sees("Qui donne son accord")
    await client.says("Claire Martin")
    await client.sees("Quelle est sa fonction")
    await client.says("Conductrice de travaux")
    await coordinator.sees("Accord de Claire Martin", chat=scene.group)
