"""The rules of a place and what is wanted beside the work: one tap skips them, or all are told."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import attachments, requests
from tests.documents.reading import text_of
from tests.journeys import records
from tests.journeys.counting import Counted, to_the_contact
from tests.journeys.steps import register, ticked

C = requests.c
USUAL = {
    "permit": "no",
    "hours": "08:00–17:00",
    "entry": "free",
    "noise": "any",
    "coactivity": False,
    "owned": True,
    "confidential": "none",
    "role": "owner",
}
TOPICS = (
    "🛗 Taille",
    "🪜 Bâtiment",
    "🚛 Taille",
    "🚰 Eau",
    "⏰ Délai",
    "♻️ Objectif",
    "🎁 Destination",
    "🤝 Insertion",
    "📄 PEMD",
    "💶 Budget",
    "🧾 Documents",
    "📮 Facturation",
)
RULES = (
    ("taps", "📨 Oui, demandez-la pour moi", "quelles heures"),
    ("says", "21h-5h", "Comment entre-t-on"),
    ("taps", "🪪 Badge", "Combien de jours avant"),
    ("says", "2", "faire du bruit"),
    ("taps", "🤫 Hors", "D’autres entreprises"),
    ("taps", "Oui", "coordonnateur SPS"),
    ("says", "Mme Roy 06 39 98 00 09", "rien n’est loué"),
    ("taps", "Non", "confidentielles"),
    ("taps", "💾 Disques", "préciser autre chose"),
)
WISHES = (
    ("says", "110x140x210", "Combien de kg"),
    ("says", "630", "réserver l’ascenseur"),
    ("taps", "Oui", "Quel bâtiment"),
    ("says", "B, escalier 2", "largeur de l’escalier"),
    ("says", "120", "Quelle hauteur maximum"),
    ("says", "1,9", "Quel poids maximum"),
    ("says", "3,5 t", "sur place pour l’équipe"),
    ("taps", "☐ 🚻 Toilettes", "sur place pour l’équipe"),
    ("taps", "Terminé", "impératif"),
    ("taps", "Oui", "combien de phases"),
    ("taps", "3", "Quel objectif de réemploi"),
    ("says", "65 %", "écrit au contrat"),
    ("taps", "Oui", "ou ne pas aller"),
    ("taps", "☐ 🎁 À une association", "ou ne pas aller"),
    ("taps", "Terminé", "Précisez"),
    ("says", "Emmaüs <b>Pantin</b>", "heures d’insertion"),
    ("says", "140", "Qui suit la clause"),
    ("says", "M. Sow", "diagnostic PEMD"),
    ("taps", "✅ Fait", "Envoyez le diagnostic PEMD"),
)
REST = (
    ("says", "12 000 €", "Quel jour décidez-vous"),
    ("taps", "lun. 30 nov.", "Quels documents"),
    ("taps", "☐ 🧾 Bons de dépôt", "Quels documents"),
    ("taps", "Terminé", "Qui paie la facture"),
    ("taps", "🏛️ Un organisme public", "À qui adresser la facture"),
    ("says", "Service achats", "adresse postale"),
    ("says", "4 quai de la Marne, 93500 Pantin", "e-mail"),
    ("says", "compta", "Je ne reconnais pas cet e-mail"),
    ("says", "compta@batinord.fr", "référence d’achat"),
    ("says", "SVC-12/2026", "numéro de TVA"),
    ("says", "FR44 732 829 320", "Que faut-il enlever"),
    ("says", "3 chaises visiteur", "3 × Chaise visiteur"),
    ("taps", "C’est tout", "Qui êtes-vous"),
    ("taps", "🔧 Sous-traitant", "À qui est le bâtiment"),
    ("says", "SCI Hoche", "SIRET du propriétaire"),
    ("says", "130 025 265 00013", "Envoyez des photos"),
    ("taps", "Passer", "À partir de quel jour"),
    ("says", "14/12/2026", "Jusqu’à quel jour"),
    ("says", "18/12/2026", "Autre chose"),
    ("taps", "Passer", "Tout est-il juste"),
)
ON_CARD = (
    "Du matériel est loué",
    "à demander par nous, avant le dimanche 29 novembre 2026",
    "Noms de l’équipe à donner avant le samedi 12 décembre 2026",
    "Horaires : 21:00–05:00",
    "Entrée : 🪪 Badge",
    "Autres entreprises : oui, en même temps",
    "Coordonnateur SPS : Mme Roy 06 39 98 00 09",
    "Confidentiel : 💾 Disques, ordinateurs",
    "110 × 140 × 210 cm",
    "Ascenseur, kg : 630",
    "Ascenseur réservable : oui",
    "Escalier, cm : 120",
    "Camion, hauteur : 1,9 m",
    "Camion, poids : 3,5 t",
    "Pour l’équipe : 🚻 Toilettes",
    "Rôle : 🔧 Sous-traitant",
    "Propriétaire : SCI Hoche",
    "130 025 265 00013",
    "zone à faibles émissions",
    "Délai impératif : oui",
    "Phases : 3",
    "Réemploi visé, % : 65",
    "Objectif au contrat : oui",
    "🎁 À une association précise",
    "Emmaüs <b>Pantin</b>",
    "Heures d’insertion : 140",
    "Suivi de la clause : M. Sow",
    "PEMD : ✅ Fait",
    "Budget HT : 12 000 €",
    "Décision : lundi 30 novembre 2026",
    "Documents voulus : 🧾 Bons de dépôt",
    "Facture à : Service achats",
    "Adresse postale : 4 quai de la Marne",
    "compta@batinord.fr",
    "SVC-12/2026",
    "FR44732829320",
)
IN_QUOTE = (
    "Délai impératif :",
    "Emmaüs <b>Pantin</b>",
    "PEMD :",
    "Documents voulus :",
    "Bons de dépôt",
    "compta@batinord.fr",
    "SVC-12/2026",
    "FR44732829320",
)


async def to_the_rules(world: DemoWorld) -> Counted:
    """From the registration to the first rule of the place, question by question."""
    await register(world.client)
    client = Counted(world.client)
    await to_the_contact(client, floor="2")
    await client.taps("🙋 Moi", "besoin d’une autorisation")
    return client


async def acts(client: Counted, steps: tuple[tuple[str, str, str], ...]) -> None:
    for how, what, then in steps:
        await (client.taps(what, then) if how == "taps" else client.says(what, then))


def tidy(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


async def test_one_tap_says_that_nothing_is_special(world: DemoWorld) -> None:
    client = await to_the_rules(world)
    await client.taps("⚡ Rien de particulier", "Que faut-il enlever")
    await acts(client, REST[11:13])
    await client.taps("🏠 Propriétaire", "Envoyez des photos")
    await acts(client, REST[16:])
    await client.taps("Envoyer", "DEM-2026-0001")

    assert await records.rows(world, select(C.rules, C.wishes)) == [(USUAL, None)]
    card = await world.coordinator.sees("Bâti Nord", chat=world.group)
    assert "🔎 zone à faibles émissions" in card.text
    assert "⭐" not in card.text
    assert "Horaires" not in card.text


async def test_whoever_ticks_every_topic_is_understood_to_the_last(world: DemoWorld) -> None:
    client = await to_the_rules(world)
    await acts(client, RULES)
    for topic in TOPICS:
        await client.taps(f"☐ {topic}", "préciser autre chose")
        await ticked(client.person, topic)
    await client.taps("Terminé", "taille intérieure")
    await acts(client, WISHES)
    mark = client.person.mark()
    await client.person.sends_photos(1)
    await client.person.sees_after(mark, "1 document")
    await client.taps("Terminé", "Quel budget")
    await acts(client, REST)
    await client.taps("Envoyer", "DEM-2026-0001")

    seen = await world.coordinator.sees("Bâti Nord", chat=world.group)
    card = tidy(seen.text)
    assert [one for one in ON_CARD if one not in card] == []
    assert await records.rows(world, select(attachments.c.purpose)) == [("pemd",)]
    await world.coordinator.taps("Envoyer le devis", chat=world.group)
    document = await world.client.sees(lambda one: one.kind == "document")
    text = text_of(await document.bytes())
    assert [one for one in IN_QUOTE if one not in text] == []
    assert "12 000" not in text  # the budget is no part of the quote


async def test_the_same_as_last_time_brings_rules_and_wishes(world: DemoWorld) -> None:
    client = await to_the_rules(world)
    await acts(client, (*RULES[:1], ("taps", "🌙 La nuit", "Comment entre-t-on"), *RULES[2:]))
    await client.taps("☐ 🪜 Bâtiment", "préciser autre chose")
    await ticked(client.person, "🪜 Bâtiment")
    await client.taps("☐ 🧾 Documents", "préciser autre chose")
    await ticked(client.person, "🧾 Documents")
    await client.taps("Terminé", "Quel bâtiment")
    await client.taps("Passer", "largeur de l’escalier")
    await client.says("120", "Quels documents")
    await acts(client, REST[2:3])
    await client.taps("Terminé", "Que faut-il enlever")
    await acts(client, REST[11:])
    await client.taps("Envoyer", "DEM-2026-0001")
    await client.says("/new", "Que faut-il faire")
    await client.taps("🔁 Comme la dernière fois", "Envoyez des photos")
    await acts(client, REST[16:])
    await client.taps("Envoyer", "DEM-2026-0002")

    kept = select(C.rules, C.wishes).order_by(C.id)
    first, second = await records.rows(world, kept)
    assert first == second
    assert first[1] == {"papers": ["slips"]}
    assert (first[0]["hours"], first[0]["stairs_width"]) == ("21:00–06:00", 120)
