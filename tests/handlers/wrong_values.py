"""What people send by mistake to each question, why it is refused, and what is said instead."""

from collections.abc import Mapping
from typing import Any

from handlers.conversation.given import (
    Given,
    SentDocument,
    SentOther,
    SentPhoto,
    SentVoice,
    SharedContact,
    SharedPlace,
    Tapped,
)

BIG = 25_000_000

# Good answers as they are kept, in the order of the questions: every question applies.
ANSWERS: Mapping[str, Mapping[str, Any]] = {
    "registration": {
        "notice": "read",
        "siret": "73282932000074",
        "company": "Bâti Nord",
        "name": "Claire Martin",
        "phone": "+33639980001",
    },
    "request": {
        "activity": "clearance",
        "address": [48.81, 2.23],
        "landmark": None,
        "postcode": "92190",
        "commune": "92048",
        "floor": 2,
        "lift": "goods",
        "carry": 20,
        "parking": "dock",
        "occupied": False,
        "lines": {
            "lines": [
                {
                    "code": "BUR-01",
                    "quantity": "20",
                    "condition": "B",
                    "fixed": False,
                    "photos": [],
                }
            ],
            "unread": [],
            "done": True,
        },
        "photos": None,
        "earliest": "2026-12-14",
        "deadline": "2026-12-18",
        "note": None,
        "reviewed": True,
    },
    "question": {"text": "Un badge ?"},
    "reply": {"text": "Oui"},
    "refusal": {"reason": "other", "words": None},
    "agreement": {"name": "Jeanne Duval", "role": "Directrice"},
    "decline": {"reason": "price", "words": None},
    "planning": {
        "day": "2026-12-14",
        "hour": "07:30",
        "crew": ["1", "3"],
        "leader": None,
        "vehicle": None,
    },
    "cost_item": {"item": "BUR-01", "quantity": "20", "condition": "B"},
    "cost_quantity": {"quantity": "20"},
    "cost_hours": {"hours": "30"},
    "cost_discount": {"amount": "80", "reason": "fidélité"},
    "cost_extra": {"label": "Benne", "amount": "80"},
    "joining": {"phone": "+33639980001"},
    "poster": {"address": "3 place du Marché", "postcode": "93200"},
}

# What comes by mistake to any question.
THINGS: Mapping[str, Given] = {
    "sticker": SentOther("sticker"),
    "video": SentOther("video"),
    "poll": SentOther("poll"),
    "voice": SentVoice("f", "u", 4, 9_000),
    "photo": SentPhoto("f", "u", 90_000),
    "big file": SentDocument("f", "u", "plans.pdf", "application/pdf", BIG),
    "contact": SharedContact("+33639980002", own=False),
    "place": SharedPlace(48.81, 2.23),
    "abroad": SharedPlace(50.85, 104.35),
    "forged": Tapped("forged"),
    "forged done": Tapped("done"),
}
TAKEN = ""

# Where a thing is refused with other words than usual, or taken.
BUT: Mapping[tuple[str, str], str] = {
    ("place", "address"): TAKEN,
    ("abroad", "address"): "pin-abroad",
    ("contact", "contact"): "contact-not-own",
    ("photo", "photo"): TAKEN,
    ("big file", "photo"): "file-too-big",
    ("forged done", "photo"): "photos-more",
    ("forged", "inventory"): "not-offered",
    ("forged done", "inventory"): "goods-none",
}
PRESSED = frozenset({"button", "commune", "pick", "photo"})  # a forged button: not on the list

# What each refusal says to send instead, in French and in English.
SAYS: Mapping[str, tuple[str, str]] = {
    "choose-more": ("Choisissez au moins une", "choose at least one"),
    "commune-unknown": ("Touchez la commune dans la liste", "tap the commune on the list"),
    "contact-not-own": ("Envoyez le vôtre", "send your own"),
    "day-impossible": ("Écrivez par exemple 25/03/2027", "Write for example 25/03/2027"),
    "day-past": ("Choisissez un jour à venir", "choose a day to come"),
    "day-too-far": ("Choisissez un jour dans les 18 mois", "choose a day within 18 months"),
    "day-too-soon": ("Le premier jour possible est", "The first possible day is"),
    "day-weekday": ("Écrivez la date une nouvelle fois", "write the date once more"),
    "empty": ("Écrivez votre réponse avec des mots", "write your answer in words"),
    "expected-address": ("Écrivez le numéro et la rue", "write the number and the street"),
    "expected-button": ("Touchez un des boutons", "tap one of the buttons"),
    "expected-commune": ("Touchez la commune, ou écrivez", "tap the commune, or write"),
    "expected-contact": ("Touchez le bouton", "tap the button"),
    "expected-day": ("Touchez un bouton, ou écrivez", "Tap a button, or write"),
    "expected-inventory": ("collez une liste ou envoyez le modèle", "paste a list or send the"),
    "expected-number": ("Envoyez un nombre, par exemple 12", "send a number, for example 12"),
    "expected-photo": ("Envoyez une photo", "send a photo"),
    "expected-place": ("Envoyez le lieu", "send the place"),
    "expected-postcode": ("Envoyez le code postal", "send the postcode"),
    "expected-siret": ("Envoyez le SIRET", "send the SIRET"),
    "expected-text": ("Écrivez votre réponse avec des mots", "write your answer in words"),
    "expected-time": ("Écrivez par exemple 8h30", "Write for example 8:30"),
    "file-too-big": ("Il peut peser 20", "It may weigh 20"),
    "goods-none": ("Ajoutez au moins un objet", "Add at least one thing"),
    "needs-letter": ("Écrivez avec des lettres", "write with letters"),
    "not-offered": ("Choisissez-en un autre", "choose another"),
    "phone-invalid": ("Écrivez par exemple 06 12 34 56 78", "Write for example 06 12 34 56 78"),
    "phone-short-code": ("Écrivez les 10 chiffres", "Write all 10 digits"),
    "phone-surcharged": ("Donnez un autre numéro", "give another number"),
    "photos-more": ("Il faut au moins une photo", "one photo is needed"),
    "pick-unknown": ("Essayez un autre mot, ou choisissez", "Try another word, or choose"),
    "pin-abroad": ("Envoyez le lieu du chantier", "send the place of the site"),
    "postcode-cedex": ("Donnez le code postal du lieu", "give the postcode of the place"),
    "postcode-foreign": ("Le code postal a 5 chiffres", "The postcode has 5 digits"),
    "postcode-overseas": ("appelez-nous", "please call us"),
    "postcode-unknown": ("Regardez les 5 chiffres", "look at the 5 digits"),
    "postcode-unlisted": ("Donnez le code postal du lieu", "give the postcode of the place"),
    "siret-check": ("écrivez-le une nouvelle fois", "write it once more"),
    "siret-length": ("Il faut 14 chiffres", "It takes 14 digits"),
    "siret-siren": ("Ajoutez les 5 derniers", "add the last 5"),
    "siret-vat": ("Envoyez le SIRET", "send the SIRET"),
    "time-outside": ("Choisissez une heure entre", "choose a time between"),
    "too-little": ("Le plus petit nombre possible est", "The smallest possible number is"),
    "too-long": ("Gardez l’important", "keep what matters"),
    "too-much": ("Le plus grand nombre possible est", "The largest possible number is"),
    "too-short": ("Écrivez au moins", "write at least"),
    "whole-number": ("il faut un nombre entier", "must be a whole number"),
    "three-decimals": ("Pas plus de 3 chiffres", "Not more than 3 digits"),
    "expected-pick": ("Touchez un bouton, ou écrivez un mot", "tap a button, or type a word"),
    "other-unit": ("Donnez le nombre de pièces", "the number of pieces"),
    "pick-unknown-like": ("Vouliez-vous dire", "Did you mean"),
}

LONG = "x" * 5_000
NAME = (
    (LONG, "too-long"),
    ("x" * 121, "too-long"),
    ("\x00\u202e", "empty"),
    ("12", "needs-letter"),
)
NOTE = ((LONG, "too-long"), ("\x00 \x07", "empty"))
BUTTON = (("peut-être", "expected-button"), (LONG, "expected-button"), ("2", "expected-button"))
NUMBER = (
    ("beaucoup", "expected-number"),
    ("12 ou 15", "expected-number"),
    ("1,5", "whole-number"),
    ("9" * 60, "expected-number"),
    ("5,000,000", "too-much"),
    (LONG, "expected-number"),
)
DAY = (
    ("31/02", "day-impossible"),
    ("12/13/2026", "day-impossible"),
    ("lundi 15 décembre 2026", "day-weekday"),
    ("01/11/2026", "day-past"),
    ("01/01/2035", "day-too-far"),
    ("un de ces jours", "expected-day"),
    (LONG, "expected-day"),
)
SHORT_CODE = ("112", "phone-short-code")

MEASURE = (
    ("beaucoup", "expected-number"),
    ("12 ou 15", "expected-number"),
    ("-3", "too-little"),
    ("1,0005", "three-decimals"),
    ("5,000,000", "too-much"),
    (LONG, "expected-number"),
)
WORDS = ((LONG, "too-long"), ("\x00", "empty"), ("ab", "too-short"), ("1234", "needs-letter"))

# Field: what is typed, and why it is refused.
ROWS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "registration-notice": BUTTON,
    "registration-siret": (
        ("732 829 320 00075", "siret-check"),
        ("00000000000000", "siret-check"),
        ("732 829 320", "siret-siren"),
        ("1234567820001", "siret-length"),
        ("FR44732829320", "siret-vat"),
        ("je ne sais pas", "expected-siret"),
        (LONG, "expected-siret"),
    ),
    "registration-company": NAME,
    "registration-name": NAME,
    "registration-phone": (
        SHORT_CODE,
        ("demain", "phone-invalid"),
        ("06 12 34 56", "phone-invalid"),
        ("+338 12 34 56 78", "phone-surcharged"),
        (LONG, "phone-invalid"),
    ),
    "request-activity": BUTTON,
    "request-address": (
        ("ici", "too-short"),
        ("123456", "needs-letter"),
        (LONG, "too-long"),
        ("\x00", "empty"),
    ),
    "request-landmark": NOTE,
    "request-postcode": (
        ("1050 Bruxelles", "postcode-foreign"),
        ("97400", "postcode-overseas"),
        ("99999", "postcode-unknown"),
        ("93207", "postcode-unlisted"),
        ("93207 Saint-Denis CEDEX", "postcode-cedex"),
        ("Atlantide", "expected-postcode"),
        (LONG, "expected-postcode"),
    ),
    "request-commune": (
        ("Pantin", "commune-unknown"),
        ("92", "commune-unknown"),
        (LONG, "commune-unknown"),
    ),
    "request-floor": (*NUMBER, ("61", "too-much"), ("-6", "too-little")),
    "request-lift": BUTTON,
    "request-carry": (*NUMBER, ("301", "too-much"), ("-1", "too-little")),
    "request-parking": BUTTON,
    "request-occupied": BUTTON[:2],
    "request-lines": (
        ("zzzzzz", "pick-unknown"),
        ("<b>", "pick-unknown"),
        (LONG, "pick-unknown"),
        ("0 bureau droit 160x80", "too-little"),
        ("5000000 bureau droit 160x80", "too-much"),
        ("1,5 bureau droit 160x80", "whole-number"),
        ("-3", "expected-inventory"),
        ("\x00", "expected-inventory"),
    ),
    "poster-address": (("ici", "too-short"), ("123456", "needs-letter"), (LONG, "too-long")),
    "poster-postcode": (
        ("97400", "postcode-overseas"),
        ("99999", "postcode-unknown"),
        ("93207", "postcode-unlisted"),
        (LONG, "expected-postcode"),
    ),
    "request-photos": (("je n’en ai pas", "expected-photo"), (LONG, "expected-photo")),
    "request-earliest": (*DAY, ("23/11/2026", "day-too-soon")),
    "request-deadline": (*DAY, ("13/12/2026", "day-too-soon")),
    "request-note": NOTE,
    "request-reviewed": BUTTON,
    "question-text": (*NOTE, ("?", "too-short")),
    "reply-text": NOTE,
    "refusal-reason": BUTTON,
    "refusal-words": NOTE,
    "agreement-name": NAME,
    "agreement-role": NAME,
    "decline-reason": BUTTON,
    "decline-words": NOTE,
    "planning-day": DAY,
    "planning-hour": (
        ("25h", "expected-time"),
        ("8h-12h", "expected-time"),
        ("4h59", "time-outside"),
        ("22h", "time-outside"),
        (LONG, "expected-time"),
    ),
    "planning-crew": BUTTON,
    "planning-leader": BUTTON,
    "planning-vehicle": BUTTON,
    "joining-phone": (("06 12 34 56 78", "expected-contact"), (LONG, "expected-contact")),
    "cost_item-item": (
        ("zzzzzz", "pick-unknown"),
        ("fauteil lune", "pick-unknown-like"),
        (LONG, "expected-pick"),
    ),
    "cost_item-quantity": (*NUMBER, ("0", "too-little"), ("20 m²", "other-unit")),
    "cost_item-condition": BUTTON,
    "cost_quantity-quantity": MEASURE,
    "cost_hours-hours": (*MEASURE, ("0,1", "too-little")),
    "cost_discount-amount": (*MEASURE, ("0", "too-little")),
    "cost_discount-reason": WORDS,
    "cost_extra-label": WORDS,
    "cost_extra-amount": (*MEASURE, ("0", "too-little")),
}
