"""What people do again and again in the journeys, step by step as they would."""

from sandbox import Person

SIRET = "732 829 320 00074"


async def register(client: Person, *, name: str = "Claire Martin") -> None:
    """From the first tap to a registered client."""
    await client.says("/start")
    await client.taps("Français")
    await client.sees("vos données")
    await client.taps("J’ai compris")
    await client.sees("SIRET")
    await client.says(SIRET)
    await client.sees("nom de votre entreprise")
    await client.says("Bâti Nord")
    await client.sees("Quel est votre nom")
    await client.says(name)
    await client.sees("téléphone")
    await client.shares_contact()
    await client.sees("est enregistrée")


async def request(client: Person, *, send: bool = True) -> None:
    """A small office on the second floor, with photos."""
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
    await client.taps("C’est tout")
    await client.sees("Envoyez des photos")
    await client.sends_photos(3)
    await client.sees("3 photos")
    await client.taps("Terminé")
    await client.sees("À partir de quel jour")
    await client.says("14/12/2026")
    await client.sees("Jusqu’à quel jour")
    await client.says("18/12/2026")
    await client.sees("Autre chose")
    await client.says("Badge à l’accueil <b>&</b>")
    await client.sees("Tout est-il juste")
    if send:
        await client.taps("Envoyer")
