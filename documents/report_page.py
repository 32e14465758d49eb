"""What the report template shows: every value already in words and figures."""

from collections.abc import Mapping
from datetime import datetime

from documents.figures import Figures, figures_of
from documents.report_content import ReportDocument, ReportRow
from documents.shared_page import (
    agreement_block,
    client_block,
    issuer_block,
    outcome_block,
    photo_block,
    site_block,
    waste_rows,
    words_of,
)
from domain.outcomes import Outcome


def report_page(
    document: ReportDocument, attachment: str, pictures: Mapping[str, bytes | None]
) -> dict[str, object]:
    show = figures_of(document.language, document.zone)
    say = show.say.plain
    number, company = document.job_number, document.company
    return {
        "language": show.say.lang,
        "words": words_of(show.say),
        "title": say("pdf-title", kind=say("pdf-report"), number=number, company=company.name),
        "kind": say("pdf-report"),
        "number": number,
        "attachment": attachment,
        "issuer": issuer_block(company, show),
        "client": client_block(document.client, show),
        "site": site_block(document.site, show),
        "meta": _meta(document, show),
        "work": document.work,
        "times": _times(document, show),
        "crew": _crew(document, show),
        "copy": say("pdf-client-copy" if document.for_client else "pdf-team-copy"),
        "outcome": outcome_block(document.outcome, show),
        "weights": _weights(document, show),
        "lines": [_line(line, show) for line in document.lines],
        "waste": waste_rows(document.waste, show),
        "photos": _photos(document, pictures, show),
        "notes": document.notes,
        "agreement": agreement_block(document.received, show),
    }


def _meta(document: ReportDocument, show: Figures) -> list[tuple[str, str]]:
    say = show.say.plain
    return [
        (say("pdf-date"), show.day(document.reported_on)),
        (say("pdf-quote-number"), document.quote_number),
        (say("pdf-request"), document.request_number),
    ]


def _times(document: ReportDocument, show: Figures) -> list[dict[str, object]]:
    times = document.times
    steps = (
        ("pdf-planned-at", times.planned_at),
        ("pdf-en-route-at", times.en_route_at),
        ("pdf-arrived-at", times.arrived_at),
        ("pdf-done-at", times.done_at),
    )
    return [_step(show, key, at) for key, at in steps]


def _step(show: Figures, key: str, at: datetime | None) -> dict[str, object]:
    say = show.say.plain
    return {
        "label": say(key),
        "clock": show.clock(at) if at else "–",
        "day": show.wall_day(at) if at else say("pdf-not-noted"),
        "known": at is not None,
    }


def _crew(document: ReportDocument, show: Figures) -> list[tuple[str, str]]:
    say = show.say.plain
    people = say("pdf-people", people=len(document.crew))
    names = "" if document.for_client else f" ({', '.join(document.crew)})"
    crew = [(say("pdf-people-present"), people + names)]
    if document.person_hours is None:
        return crew
    hours = show.say.duration(document.person_hours)
    return [*crew, (say("pdf-hours-worked"), say("pdf-person-hours", hours=hours))]


def _weights(document: ReportDocument, show: Figures) -> str:
    key = f"pdf-weights-{document.weights_from}"
    if document.weights_from == "catalogue":
        return show.say.plain(key)
    return show.say.plain(key, share=show.percent(document.measured_share))


def _line(line: ReportRow, show: Figures) -> dict[str, object]:
    counts = {outcome.value: getattr(line, outcome.value) for outcome in Outcome}
    return {
        "label": line.label,
        "unit": line.unit,
        "moved": show.number(line.moved, 3),
        "counts": [show.number(count, 3) if count else "" for count in counts.values()],
    }


def _photos(
    document: ReportDocument, pictures: Mapping[str, bytes | None], show: Figures
) -> dict[str, list[dict[str, str]]]:
    named = list(zip(pictures.items(), document.photos, strict=True))
    return {
        moment: [
            photo_block(name if picture else "", photo.picture, show)
            for (name, picture), photo in named
            if photo.moment == moment
        ]
        for moment in ("before", "after")
    }
