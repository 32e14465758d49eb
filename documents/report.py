"""The completion report: times, counts, weights, reuse rate and photos in one PDF."""

import json

from documents.pictures import small_copies
from documents.render import render_pdf
from documents.report_content import (
    Moment,
    ReportDocument,
    ReportPhoto,
    ReportRow,
    Times,
    WeightSource,
)
from documents.report_page import report_page

__all__ = [
    "Moment",
    "ReportDocument",
    "ReportPhoto",
    "ReportRow",
    "Times",
    "WeightSource",
    "render_report",
]

_FEW_PHOTOS = 8
_SIDE_OF_MANY = 800
_SIDE_OF_FEW = 1200


def render_report(document: ReportDocument) -> bytes:
    """The PDF of a report; a photo that cannot be read becomes a named gap, never a failure."""
    side = _SIDE_OF_FEW if len(document.photos) <= _FEW_PHOTOS else _SIDE_OF_MANY
    pictures = small_copies((photo.data for photo in document.photos), side)
    attachment = f"{document.job_number}.json"
    return render_pdf(
        "report",
        report_page(document, attachment, pictures),
        files={
            attachment: machine_readable(document),
            **{name: data for name, data in pictures.items() if data},
        },
        dated_on=document.reported_on,
    )


def machine_readable(document: ReportDocument) -> bytes:
    """Counts and weights as JSON, for registers and certificates; weights in kg."""
    outcome = document.outcome
    content = {
        "job": document.job_number,
        "quote": document.quote_number,
        "request": document.request_number,
        "reported_on": document.reported_on.isoformat(),
        "company_siret": document.company.siret,
        "client_siret": document.client.siret,
        "site_address": list(document.site.address),
        "lines": [
            {
                "label": line.label,
                "unit": line.unit,
                "reused": str(line.reused),
                "transformed": str(line.transformed),
                "recycled": str(line.recycled),
                "disposed": str(line.disposed),
            }
            for line in document.lines
        ],
        "kg": {
            "reused": str(outcome.reused),
            "transformed": str(outcome.transformed),
            "recycled": str(outcome.recycled),
            "disposed": str(outcome.disposed),
        },
        "weights_from": document.weights_from,
        "measured_share": str(document.measured_share),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode(errors="replace")
