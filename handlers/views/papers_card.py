"""The card of a job's papers: what it needs, and what is there."""

from domain.job_papers import JobPaper
from domain.planning import JobFacts
from handlers.context.callbacks import button
from handlers.conversation.kinds.choice import CHECKED, UNCHECKED
from handlers.conversation.screen import Button, Screen
from handlers.views.job_views import JobView
from handlers.words.catalogue import Say

THERE, NOT_THERE = "there", "gone"


def card_key(job_id: int) -> str:
    return f"papers:{job_id}"


def draw(say: Say, job_view: JobView, facts: JobFacts) -> Screen:
    """List the papers, each a button that says whether it is there."""
    number = job_view.job.number
    if not facts.needed:
        return Screen(say("papers-none", number=number))
    lines = [say("papers", number=number)]
    lines += [
        say("papers-since", paper=say.plain(f"job-paper-{paper}"), on=facts.papers[paper])
        for paper in facts.needed
        if paper in facts.papers
    ]
    rows = tuple((_button(say, job_view, facts, paper),) for paper in facts.needed)
    return Screen("\n".join(lines), rows)


def _button(say: Say, job_view: JobView, facts: JobFacts, paper: JobPaper) -> Button:
    is_there = paper in facts.papers
    mark, more = (CHECKED, NOT_THERE) if is_there else (UNCHECKED, THERE)
    words = f"{mark} {say.plain(f'job-paper-{paper}')}"
    return button(words, "paper", job_view.job.id, 0, f"{paper}.{more}")


def read_mark(more: str) -> tuple[JobPaper, bool] | None:
    """Read which paper a button is about and whether it is there; None for a forgery."""
    name, _, mark = more.partition(".")
    papers = {paper.value: paper for paper in JobPaper}
    return (papers[name], mark == THERE) if name in papers and mark in {THERE, NOT_THERE} else None
