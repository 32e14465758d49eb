"""The general conditions, article by article; a template until the company's lawyer approved it."""

from documents.figures import Figures
from domain.company import Company

ARTICLES = (
    "scope",
    "price",
    "changes",
    "access",
    "hazards",
    "ownership",
    "data",
    "dates",
    "liability",
    "payment",
    "end",
    "law",
)


def terms_block(company: Company, show: Figures) -> dict[str, object]:
    """Titles with their articles, and who approved them."""
    say = show.say.plain
    approved = company.terms_approved_on
    return {
        "articles": [
            {"title": f"{n}. {say(f'terms-{name}.title')}", "text": say(f"terms-{name}")}
            for n, name in enumerate(ARTICLES, 1)
        ],
        "template": approved is None,
        "status": say("pdf-terms-template")
        if approved is None
        else say("pdf-terms-approved", on=show.day(approved)),
    }
