"""What every person does: fills the request form, from /new to its last button.

No photos: an album waits a second for its last picture by design, and fetching files is another
figure than talking.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bench.plan import HOME_BUTTON

FIRST = "first"  # tap whichever button comes first
NAVIGATION = "back"


@dataclass(frozen=True, slots=True)
class Step:
    """A question as the baseline puts it; it is answered by words (`says`) or a button (`taps`).

    The person goes on when a message shows a button whose data ends in `sign`.
    """

    asked: str
    sign: str
    options: tuple[str, ...] = ()
    says: str = ""
    taps: str = ""


def _choice(asked: str, taps: str, *options: str) -> Step:
    return Step(asked, f":{taps}", options, taps=taps)


def _words(asked: str, says: str, *options: str) -> Step:
    return Step(asked, f":{NAVIGATION}", options, says=says)


CATEGORIES = tuple(f"v.c.category-{n}.0" for n in range(9))
HOW = "\n\nChoisissez un rayon, ou écrivez un mot."


def script(today: date) -> tuple[Step, ...]:
    """List the steps of one conversation; the first is said without being asked."""
    return (*_place(), *_goods_and_days(today))


def _place() -> tuple[Step, ...]:
    """Say what is wanted, where, and how things leave the building."""
    return (
        Step("Vos demandes chez nous :", HOME_BUTTON, says="/new"),
        _choice(
            "De quoi avez-vous besoin ?",
            "clearance",
            "clearance",
            "inventory",
            "transformation",
            "wood_reuse",
            "careful_removal",
            "soft_strip",
            "flat_glass",
        ),
        _words("Où est le site ? Écrivez le numéro et la rue.", "12 rue des Lilas, Montreuil"),
        _words("Quel est le code postal ?", "93100"),
        _choice("Comment continuer ?", "detail", "quick", "detail", "usual"),
        _choice(
            "Quel étage ?\n<i>0 = rez-de-chaussée, −1 = sous-sol</i>", "2", *map(str, range(6))
        ),
        _choice("Y a-t-il un ascenseur ?", "passenger", "none", "passenger", "goods"),
        _choice("Combien de mètres entre la porte et le camion ?", "30", "10", "30", "50", "100"),
        _choice(
            "Où le camion peut-il se garer ?",
            "street",
            "dock",
            "yard",
            "reserved",
            "street",
            "none",
        ),
        _choice("Des personnes travailleront-elles sur place ?", "no", "yes", "no"),
        _choice("Qui nous ouvre sur place ?", "me", "me"),
        _choice(
            "Faut-il une autorisation pour le camion ?", "usual", "no", "client", "us", "usual"
        ),
    )


def _goods_and_days(today: date) -> tuple[Step, ...]:
    """Say what is to go, and until when."""
    until = (today + timedelta(days=60)).isoformat()
    return (
        *_line("bureau", 1, "BUR-01", "12", "C"),
        *_line("chaise", 3, "SIE-04", "24", "D"),
        _choice("Que faut-il enlever d’autre ?" + HOW, "done", *CATEGORIES, "done"),
        _choice("Qui êtes-vous sur ce site ?", "owner", "owner", "main", "sub", "tenant", "agent"),
        _choice("Envoyez des photos des lieux (plusieurs à la fois, c’est bien).", "skip", "skip"),
        Step(
            "À partir de quel jour pouvons-nous venir ?",
            f":{NAVIGATION}",
            tuple((today + timedelta(days=n)).isoformat() for n in range(6)),
            taps=FIRST,
        ),
        _words("Jusqu’à quel jour ?", until, *(f"2027-01-0{n}" for n in range(1, 7))),
        _words(
            "Autre chose à savoir ? (code, contact, horaires…)", "Code 4512, Mme Martin", "skip"
        ),
        _choice("Tout est-il juste ?", "send", "send", "change"),
    )


def _line(word: str, number: int, item: str, quantity: str, condition: str) -> tuple[Step, ...]:
    """Say a word, tap what it means, say how many and in what condition: one line's own card."""
    hits = tuple(f"w.{number}.{item[:-1]}{n}" for n in range(1, 9))
    card = tuple(f"k.{item}.B0.{one}" for one in "ABCD")
    return (
        Step("Que faut-il enlever ?" + HOW, f":{NAVIGATION}", CATEGORIES, says=word),
        _choice(f"« {word} » : lequel ?", f"w.{number}.{item}", *hits),
        _words("Combien, et dans quel état ?", quantity, *card),
        _choice("Combien, et dans quel état ?", f"k.{item}.B0.{condition}", *card),
    )
