"""Parts that the pages of all papers share."""

from hashlib import sha256

from documents.figures import Figures, grouped_siret, readable_phone
from documents.parties import AgreementBlock, Client, Picture, SiteBlock, WasteStream
from domain.company import Company
from domain.outcomes import Outcome, OutcomeWeights
from handlers.words.catalogue import Say

_FILLED_BY_TEMPLATE = {"page": "{page}", "pages": "{pages}"}


def words_of(say: Say) -> dict[str, str]:
    """The sentences a template needs no value for, by the name after `pdf-`."""
    return {**_fixed(say), "page": say.plain("pdf-page", **_FILLED_BY_TEMPLATE)}


def issuer_block(company: Company, show: Figures) -> dict[str, object]:
    say = show.say.plain
    capital = company.capital_cents
    identity = [
        company.legal_form,
        "" if capital is None else say("pdf-capital", amount=show.money(capital)),
        ", ".join(company.address),
        say("pdf-siret", siret=grouped_siret(company.siret)),
        company.registration,
        say("pdf-vat-number", number=company.vat_number),
        say("pdf-phone", phone=readable_phone(company.phone)),
        company.email,
        company.website or "",
    ]
    return {
        "name": company.name,
        "legal_form": company.legal_form,
        "address": list(company.address),
        "phone": readable_phone(company.phone),
        "email": company.email,
        "identity": " · ".join(part for part in identity if part),
    }


def client_block(client: Client, show: Figures) -> dict[str, object]:
    say = show.say.plain
    details = [
        *client.address,
        say("pdf-siret", siret=grouped_siret(client.siret)) if client.siret else "",
        say("pdf-contact", contact=client.contact) if client.contact else "",
        readable_phone(client.phone) if client.phone else "",
        client.email or "",
        say("pdf-buyer-reference", reference=client.reference) if client.reference else "",
    ]
    return {"name": client.name, "details": [detail for detail in details if detail]}


def site_block(site: SiteBlock, show: Figures) -> dict[str, object]:
    access = show.say.plain("pdf-access", access=site.access) if site.access else ""
    return {"address": list(site.address), "access": access}


def outcome_block(weights: OutcomeWeights, show: Figures) -> dict[str, object]:
    """Weights, their shares for the bar, and both rates with their formulas (§5.4)."""
    say = show.say.plain
    reuse, recovery = weights.reuse_rate, weights.recovery_rate
    nothing = say("pdf-no-weight")
    recovered = weights.total - weights.disposed
    return {
        "parts": [
            {
                "outcome": outcome.value,
                "label": say(f"pdf-{outcome.value}"),
                "weight": show.kg(weights.of(outcome)),
                "share": float(weights.of(outcome) / weights.total),
                "percent": show.percent(weights.of(outcome) / weights.total),
            }
            for outcome in Outcome
            if weights.of(outcome) > 0
        ],
        "reuse_rate": nothing if reuse is None else show.percent(reuse),
        "recovery_rate": nothing if recovery is None else show.percent(recovery),
        "reuse_formula": say(
            "pdf-reuse-formula", reused=show.kg(weights.reused), total=show.kg(weights.total)
        ),
        "recovery_formula": say(
            "pdf-recovery-formula", recovered=show.kg(recovered), total=show.kg(weights.total)
        ),
        "total": show.kg(weights.total),
    }


def agreement_block(agreement: AgreementBlock | None, show: Figures) -> dict[str, object] | None:
    if agreement is None:
        return None
    say = show.say.plain
    return {
        "by": say("pdf-agreed-by", name=agreement.name, role=agreement.role),
        "name": agreement.name,
        "role": agreement.role,
        "purchase_order": agreement.purchase_order or "",
        "on": say("pdf-agreed-on", at=show.instant(agreement.agreed_at)),
        # In halves: a long word would get break marks, and copies of it would not compare.
        "fingerprint": [agreement.sha256[:32], agreement.sha256[32:]],
    }


def photo_block(file: str, photo: Picture, show: Figures) -> dict[str, str]:
    """A photo under the name its template finds it by, "" for a gap; its hash as received."""
    return {
        "file": file,
        "caption": photo.caption,
        "at": show.instant(photo.taken_at),
        "fingerprint": sha256(photo.data).hexdigest()[:16] if photo.data else "",
    }


def waste_rows(streams: tuple[WasteStream, ...], show: Figures) -> list[dict[str, str]]:
    return [
        {
            "label": stream.label,
            "weight": show.kg(stream.weight_kg),
            "destination": stream.destination or show.say.plain("pdf-to-agree"),
            "cost": "" if stream.cost_cents is None else show.money(stream.cost_cents),
        }
        for stream in streams
    ]


def _fixed(say: Say) -> dict[str, str]:
    return {
        key.removeprefix("pdf-"): say.plain(key)
        for key in say.sentences
        if key.startswith("pdf-") and not say.variables(key)
    }
