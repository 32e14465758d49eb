"""What the client is told of the work: the day, on the way, done; and what they think of it."""

from domain.jobs import JobState
from handlers.context.callbacks import button
from handlers.conversation.screen import Button, Screen
from handlers.views.job_views import JobView
from handlers.words.catalogue import Say

MOST_STARS = 5


def card_key(job_id: int) -> str:
    return f"clientjob:{job_id}"


def draw(say: Say, job_view: JobView) -> Screen:
    """Draw the card: when we come, and where things stand."""
    job = job_view.job
    text = say(
        "client-job",
        number=job.number,
        address=job_view.address,
        when=job_view.when(say),
        starts=job_view.starts(say),
    )
    text += "\n\n<b>" + say(f"client-state-{job.state}") + "</b>"
    if job.rating is not None:
        return Screen(f"{text}\n\n{say('client-rated', stars='⭐' * job.rating)}")
    if job.state is JobState.REPORTED:
        return Screen(f"{text}\n\n{say('client-rate')}", (_stars(job_view),))
    return Screen(text)


def _stars(job_view: JobView) -> tuple[Button, ...]:
    job = job_view.job
    return tuple(
        button(f"{stars} ⭐", "rate", job.id, job.version, str(stars))
        for stars in range(1, MOST_STARS + 1)
    )
