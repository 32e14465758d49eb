"""The client's story as data: each question, its right answer, and what is wrong for it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox import SandboxPerson
from tests.journeys.tongue import Pair, Tongue

Act = Callable[[SandboxPerson, Tongue], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Moment:
    """A question, known by its words; `expects` is the kind of thing that is asked instead."""

    asks: Pair
    answer: Act
    expects: str
    wrong: tuple[tuple[str, Pair], ...] = ()

    @property
    def name(self) -> str:
        return self.asks[1]


def says(text: str) -> Act:
    return lambda person, _tongue: person.says(text)


def taps(french: str, english: str) -> Act:
    return lambda person, tongue: person.taps(tongue((french, english)))


def taps_item(french: str, english: str) -> Act:
    """Things of the catalogue have no name in the made-up language."""
    return lambda person, tongue: person.taps(french if tongue.lang == "fr" else english)


async def _photos(person: SandboxPerson, tongue: Tongue) -> None:
    await person.sends_photos(2, album=False)
    received = tongue(("reçues", "received"))
    await person.sees(lambda seen: received in seen.text and "2" in seen.text)
    await person.taps(tongue(("Terminé", "Done")))


async def _contact(person: SandboxPerson, _tongue: Tongue) -> None:
    await person.shares_contact()


EXPECTED: dict[str, Pair] = {
    "text": ("avec des mots", "in words"),
    "saying": ("avec des mots", "in words"),
    "button": ("un des boutons", "one of the buttons"),
    "number": ("Envoyez un nombre", "send a number"),
    "day": ("Touchez un bouton, ou écrivez par", "Tap a button, or write for"),
    "contact": ("Touchez le bouton «", "tap the button “"),
    "address": ("le numéro et la rue, par exemple", "the number and the street, for example"),
    "commune": ("Touchez la commune", "tap the commune"),
    "postcode": ("Envoyez le code postal", "send the postcode"),
    "siret": ("Envoyez le SIRET", "send the SIRET"),
    "photo": ("Envoyez une photo", "send a photo"),
    "onsite": ("écrivez un nom et un numéro", "write a name and a number"),
    "inventory": ("Touchez un bouton, écrivez un mot", "Tap a button, write a word"),
}

UNKNOWN = ("Je ne trouve pas", "I cannot find")
LETTERS = ("Écrivez avec des lettres", "use letters")
WHOLE = ("un nombre entier", "whole number")
TOO_MUCH = ("C’est trop pour moi", "too much for me")
TOO_LITTLE = ("C’est trop petit", "too small")
NO_BUTTON = EXPECTED["button"]
NO_NUMBER = EXPECTED["number"]
NO_SUCH_DAY = ("n’existe pas dans le calendrier", "not in the calendar")
PAST = ("est déjà passé", "has already passed")
TOO_SOON = ("est trop tôt", "is too soon")
TOO_FAR = ("est trop loin", "is too far")
NO_NUMBER_AT_ALL = ("Je ne reconnais pas ce numéro", "That does not look like a phone")

REGISTRATION = (
    Moment(
        ("lu comment nous utilisons", "read how we use"),
        taps("J’ai compris", "I understand"),
        "button",
        (("peut-être", NO_BUTTON),),
    ),
    Moment(
        ("numéro SIRET", "SIRET number"),
        says("732 829 320 00074"),
        "siret",
        (
            ("732 829 320 00075", ("Un chiffre ne va pas", "One digit does not fit")),
            ("732 829 320", ("C’est le SIREN", "That is the SIREN")),
            ("732 829 320 0007", ("Il faut 14 chiffres", "It must have 14 digits")),
            ("FR44732829320", ("numéro de TVA", "VAT number")),
            ("je ne sais pas", EXPECTED["siret"]),
        ),
    ),
    Moment(
        ("nom de votre entreprise", "your company’s name"),
        says("Bâti Nord"),
        "text",
        (("🏢", LETTERS), ("x" * 121, ("C’est trop long", "too long"))),
    ),
    Moment(
        ("Quel est votre nom", "What is your name"),
        says("Claire Martin"),
        "text",
        (("😀😀", LETTERS), ("x" * 121, ("C’est trop long", "too long"))),
    ),
    Moment(
        ("Votre numéro de téléphone", "Your phone number"),
        _contact,
        "contact",
        (
            ("demain", NO_NUMBER_AT_ALL),
            ("112", ("trop court", "too short")),
            ("0899 12 34 56", ("peut être payant", "may cost money")),
        ),
    ),
)

REQUEST = (
    Moment(
        ("Que faut-il faire", "What needs doing"),
        taps("Débarras", "Furniture"),
        "button",
        (("tout vider", NO_BUTTON),),
    ),
    Moment(
        ("Où est le chantier", "Where is the site"),
        says("12 rue Hoche"),
        "address",
        (("📍📍📍📍📍", LETTERS), ("là", ("un peu court", "a little short"))),
    ),
    Moment(
        ("Quel est le code postal", "What is the postcode"),
        says("93500"),
        "postcode",
        (
            ("1050 Bruxelles", ("Nous travaillons en France", "We work in France")),
            ("97400", ("trop loin pour nos équipes", "too far for our crews")),
            ("99999", ("n’existe pas", "There is no postcode")),
            ("93507", ("Un code CEDEX", "A CEDEX code")),
            ("Atlantide", EXPECTED["postcode"]),
        ),
    ),
    Moment(
        ("Comment continuer", "How would you like to continue"),
        taps("Question par question", "Question by question"),
        "button",
        (("vite", NO_BUTTON),),
    ),
    Moment(
        ("À quel étage", "Which floor"),
        says("2"),
        "number",
        (("en haut", NO_NUMBER), ("400", TOO_MUCH), ("-40", TOO_LITTLE), ("1,5", WHOLE)),
    ),
    Moment(
        ("Y a-t-il un ascenseur", "Is there a lift"),
        taps("monte-charge", "goods lift"),
        "button",
        (("42", NO_BUTTON),),
    ),
    Moment(
        ("Combien de mètres", "How many metres"),
        says("20"),
        "number",
        (("loin", NO_NUMBER), ("301", TOO_MUCH)),
    ),
    Moment(
        ("le camion peut-il se garer", "can the truck park"),
        taps("Quai", "Loading bay"),
        "button",
        (("devant", NO_BUTTON),),
    ),
    Moment(
        ("des gens qui travaillent", "people be working"),
        taps("Non", "No"),
        "button",
        (("ça dépend", NO_BUTTON),),
    ),
    Moment(
        ("Qui nous ouvre sur place", "Who will let us in"),
        says("Ali Diallo 06 39 98 00 07"),
        "onsite",
        (
            ("06 39 98 00 07", ("Il me manque le nom", "The name is missing")),
            ("Ali 0899 12 34 56", ("peut être payant", "may cost money")),
        ),
    ),
    Moment(
        ("besoin d’une autorisation", "need a permit"),
        taps("Rien de particulier", "Nothing special"),
        "button",
        (("peut-être", NO_BUTTON),),
    ),
    Moment(
        ("Que faut-il enlever", "What would you like us to take"),
        taps("Bureaux, tables", "Desks, tables"),
        "inventory",
        (
            ("zzzzzz", UNKNOWN),
            ("💥💥", EXPECTED["inventory"]),
            ("12", EXPECTED["inventory"]),
            ("5 000 000 chaises visiteur", TOO_MUCH),
            ("0 chaises visiteur", TOO_LITTLE),
        ),
    ),
    Moment(
        ("Que faut-il enlever", "What would you like us to take"),
        taps_item("Bureau droit 160", "Straight desk 160"),
        "inventory",
    ),
    Moment(
        ("Que faut-il enlever", "What would you like us to take"),
        says("20"),
        "inventory",
        (
            ("5,000,000", TOO_MUCH),
            ("-3", TOO_LITTLE),
            ("2,5", WHOLE),
            ("beaucoup", EXPECTED["inventory"]),
            ("zzzzzz", UNKNOWN),
            ("20 m²", ("le nombre de pièces", "the number of pieces")),
        ),
    ),
    Moment(
        ("Que faut-il enlever", "What would you like us to take"),
        taps("Toutes les familles", "All families"),
        "inventory",
    ),
    Moment(
        ("Que faut-il enlever", "What would you like us to take"),
        taps("C’est tout", "That’s all"),
        "inventory",
    ),
    Moment(
        ("Qui êtes-vous sur ce chantier", "What is your role on this site"),
        taps("Propriétaire", "Owner"),
        "button",
        (("moi", NO_BUTTON),),
    ),
    Moment(
        ("Envoyez des photos", "Send photos"),
        _photos,
        "photo",
        (("je n’en ai pas", EXPECTED["photo"]),),
    ),
    Moment(
        ("À partir de quel jour", "What is the first day"),
        says("14/12/2026"),
        "day",
        (
            ("31/02/2027", NO_SUCH_DAY),
            ("32/13/2026", NO_SUCH_DAY),
            ("01/11/2026", PAST),
            ("23/11/2026", TOO_SOON),
            ("01/01/2035", TOO_FAR),
            ("nous verrons", EXPECTED["day"]),
        ),
    ),
    Moment(
        ("Jusqu’à quel jour", "And the last day"),
        says("18/12/2026"),
        "day",
        (("13/12/2026", TOO_SOON), ("30/02", NO_SUCH_DAY)),
    ),
    Moment(
        ("Autre chose à savoir", "Anything else we should know"),
        says("Badge à l’accueil"),
        "saying",
    ),
    Moment(
        ("Tout est-il juste", "Is everything right"),
        taps("Envoyer", "Send"),
        "button",
        (("oui bien sûr", NO_BUTTON),),
    ),
)


async def asked(person: SandboxPerson, tongue: Tongue, moment: Moment, mark: int = -1) -> None:
    await person.sees_after(mark, tongue(moment.asks))


async def play(
    person: SandboxPerson, tongue: Tongue, moments: tuple[Moment, ...], mark: int = -1
) -> int:
    """Answer each question once it is asked; return the mark of the last answer."""
    for moment in moments:
        await asked(person, tongue, moment, mark)
        mark = person.mark()
        await moment.answer(person, tongue)
    return mark


async def choose_language(person: SandboxPerson, tongue: Tongue) -> None:
    await person.says("/start")
    await person.taps(tongue.name)
