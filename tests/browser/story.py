"""The story, played through the page."""

from datetime import UTC, date, datetime, timedelta

from playwright.sync_api import expect

from domain.calendar import PARIS, add_working_days, day_of
from tests.browser.phones import Desk, Phone

SIRET = "732 829 320 00074"


def first_day() -> date:
    """The first day that the client offers, far enough off for everybody."""
    return add_working_days(day_of(datetime.now(UTC), PARIS), 10)


def begins(phone: Phone, name: str, language: str = "fr") -> None:
    """Somebody new starts the bot in French and has read the notice."""
    phone.is_handed_to_newcomer(name, language)
    phone.part("start").click()
    phone.taps("Français")
    phone.taps("J’ai compris")
    phone.asked("SIRET")


def registers(client: Phone, name: str = "Claire Martin") -> None:
    """From the first tap to a registered client."""
    client.part("start").click()
    client.taps("Français")
    client.taps("J’ai compris")
    client.asked("SIRET")
    client.says(SIRET)
    client.asked("nom de votre entreprise")
    client.says("Bâti Nord")
    client.asked("Quel est votre nom")
    client.says(name)
    client.asked("téléphone")
    client.shares("contact")
    client.sees("est enregistrée")


def describes(client: Phone, first: date) -> None:
    """A small office on the second floor, to be done in the fortnight from that day on."""
    client.taps("Débarras de mobilier")
    client.asked("Où est le chantier")
    client.says("12 rue Hoche")
    client.asked("code postal")
    client.says("93500")
    client.taps("Question par question")
    client.asked("À quel étage")
    client.taps("2")
    client.taps("monte-charge")
    client.asked("Combien de mètres")
    client.taps("30")
    client.taps("Quai")
    client.taps("Non")
    client.taps("🙋 Moi")
    client.taps("⚡ Rien de particulier")
    client.taps("Bureaux, tables")
    client.taps("Bureau droit 160")
    client.asked("1 × Bureau droit")
    client.says("20")
    client.asked("20 × Bureau droit")
    client.says("20 caissons")
    client.taps("Caisson mobile métal")
    client.asked("20 × Caisson mobile")
    client.taps("C’est tout")
    client.taps("🏠 Propriétaire")
    client.asked("Envoyez des photos")
    client.attaches("photos-3")
    client.asked("3 photos")
    client.taps("Terminé")
    client.asked("À partir de quel jour")
    client.says(f"{first:%d/%m/%Y}")
    client.asked("Jusqu’à quel jour")
    client.says(f"{first + timedelta(days=11):%d/%m/%Y}")
    client.asked("Autre chose")
    client.says("Badge à demander à l’accueil")
    client.asked("Tout est-il juste")
    client.taps("Envoyer")
    client.sees("envoyée")


def quotes(desk: Desk) -> None:
    """The request lands in the group; the quote goes out with one tap."""
    desk.coordinator.sees("20 × Bureau droit 160")
    desk.coordinator.taps("Envoyer le devis")
    desk.client.sees("Valable jusqu’au")


def agrees(desk: Desk, *, name: str = "Claire Martin") -> None:
    """The client says yes in somebody's name, and the coordinators see it."""
    desk.client.taps("Accepter")
    desk.client.asked("Qui donne son accord")
    desk.client.says(name)
    desk.client.asked("Quelle est sa fonction")
    desk.client.says("Conductrice de travaux")
    desk.client.asked("adresse postale")
    desk.client.says("4 quai de la Marne, 93500 Pantin")
    desk.client.sees("est enregistré. Nous planifions")
    desk.coordinator.sees(f"Accord de {name}")


def plans(desk: Desk, first: date) -> None:
    """In the coordinator's own chat: day, hour, crew, leader, vehicle; then out to everybody."""
    coordinator = desk.coordinator
    coordinator.follows("Planifier")
    coordinator.asked("Quel jour commence-t-on")
    coordinator.says(f"{first:%d/%m/%Y}")
    coordinator.asked("À quelle heure")
    coordinator.taps("08:00")
    coordinator.taps("Moussa")
    coordinator.taps("Karim")
    coordinator.taps("Terminé")
    coordinator.asked("Qui dirige")
    coordinator.taps("Moussa")
    coordinator.taps("Camion 20 m³")
    coordinator.taps("Publier")
    desk.client.sees("C’est prévu")


def confirms(desk: Desk) -> None:
    """Each of the crew says yes with one tap; the coordinators' card says so."""
    desk.crew.asked("Vous venez ?")
    desk.crew.taps("Oui")
    desk.crew.asked("Vous venez. Merci")
    desk.part("crowd-karim").click()
    desk.crew.asked("Vous venez ?")
    desk.crew.taps("Oui")
    desk.crew.asked("Vous venez. Merci")
    desk.crew.is_handed_to("moussa")
    desk.coordinator.opens("group")
    desk.coordinator.sees("Équipe complète")


def is_reminded(desk: Desk) -> None:
    """The clock jumps from reminder to reminder."""
    desk.jumps("18:00")
    desk.crew.sees("Demain 08:00")
    desk.jumps("18:30")
    desk.jumps("06:00")
    desk.crew.sees("Aujourd’hui 08:00")


def is_on_site(desk: Desk) -> None:
    """The leader sets off an hour before, arrives, and shows what is there."""
    leader = desk.crew
    desk.part("jump-hour").click()
    leader.taps("Je pars")
    desk.client.sees("est en route")
    desk.part("jump-hour").click()
    leader.taps("Je suis arrivé")
    leader.asked("Photos AVANT : 0")
    leader.attaches("photos-2")
    leader.asked("Photos AVANT : 2")
    desk.coordinator.sees("08:00 sur place")


def finishes(desk: Desk) -> None:
    """Done is refused until there is a photo of after; then the day is over."""
    leader = desk.crew
    leader.taps("Photos AVANT finies")
    leader.taps("🏁 Fini")
    leader.agrees("Il manque une photo APRÈS")
    leader.taps("Compter")
    _counts(leader, "Bureau droit", row=0)
    leader.taps("‹ Objets")
    _counts(leader, "Caisson", row=2)
    desk.part("jump-hour").click()
    leader.attaches("attach-emptied")
    leader.asked("après 2")
    leader.taps("🏁 Fini")
    leader.sees("Le compte rendu")


def _counts(leader: Phone, item: str, *, row: int) -> None:
    """All of an item becomes this: reused, transformed, recycled, disposed of."""
    leader.taps(item)
    leader.taps("Tout")
    expect(leader.button("● Tout")).to_be_visible()
    leader.bubbles.last.locator(f'[data-row="{row}"]', has_text="➕").click()
    leader.asked("reste 0")


def rates(desk: Desk) -> None:
    """The report is there; the client is content, and the coordinators see it."""
    desk.client.sees("Compte rendu INT-")
    desk.client.taps("5 ⭐")
    desk.client.sees("Votre note : ⭐⭐⭐⭐⭐")
    desk.coordinator.sees("Le client : ⭐⭐⭐⭐⭐")


def reads(desk: Desk, paper: str) -> str:
    """Open a document on the client's phone, look, close; give the address of what was shown."""
    shown = desk.client.node.get_by_test_id("document").filter(has_text=paper).last
    shown.click()
    frame = desk.part("viewer-frame")
    expect(frame).to_be_visible()
    source: str = frame.evaluate("frame => frame.src.split('#')[0]")
    desk.part("viewer-close").click()
    expect(frame).to_have_count(0)
    return source
