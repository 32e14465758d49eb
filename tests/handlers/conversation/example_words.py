"""The words of the example form."""

from functools import cache

from handlers.words.catalogue import Say, Words

FR = """
visit-name = Quel est votre nom ?
    .label = Nom
visit-phone = Votre numéro ?
    .label = Téléphone
visit-siret = Votre SIRET ?
    .label = SIRET
    .hint = 14 chiffres
visit-postcode = Votre code postal ?
    .label = Code postal
visit-access = Comment monte-t-on ?
    .label = Accès
    .ground = De plain-pied
    .stairs = Escalier
    .lift = Ascenseur
visit-floor = { $name }, à quel étage ?
    .label = Étage
visit-tools = Quels outils ?
    .label = Outils
    .saw = Scie
    .trolley = Diable
    .straps = Sangles
visit-van = Quel camion ?
    .label = Camion
visit-lines = Objets
    .label = Objets
    .item = { $quantity } × { $item }, { $state }
    .add = Ajouter un objet
visit-lines-item = Objet n° { $number } ?
    .label = Objet
    .desks = Bureaux
    .chairs = Sièges
    .floors = Sols
visit-lines-quantity = Combien de « { $item } » ?
    .label = Quantité
visit-lines-state = Dans quel état ?
    .label = État
    .good = Bon
    .broken = Cassé
visit-lines-fits = Cela entre dans l’ascenseur ?
    .label = Ascenseur
    .yes = Oui, ça entre
    .no = Non, trop grand
visit-lines-parts = Morceaux
    .label = Morceaux
visit-lines-parts-name = Quel morceau ?
    .label = Morceau
    .enough = Pas d’autre morceau
visit-lines-parts-weight = Quel poids ?
    .label = Poids
visit-photos = Des photos ?
    .label = Photos
visit-papers = Des documents ?
    .label = Documents
visit-place = Où ?
    .label = Lieu
visit-earliest = À partir de quand ?
    .label = Premier jour
visit-deadline = Jusqu’à quand ?
    .label = Dernier jour
visit-start = À quelle heure ?
    .label = Heure
visit-agreed = D’accord ?
    .label = Accord
visit-note = Une remarque ?
    .label = Remarque
visit-reviewed = Tout est juste ?
"""


@cache
def words() -> Words:
    """The bot's own words, with those of the form: English ones are the French, marked."""
    english = "\n".join(
        line.replace(" = ", " = EN ") if " = " in line else line for line in FR.splitlines()
    )
    return Words.load().having({"fr": FR, "en": english}).pseudo_rtl()


def say(lang: str = "fr") -> Say:
    return words().say(lang)
