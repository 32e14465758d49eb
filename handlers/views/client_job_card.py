"""What the client is told of the work: the day, on the way, done; and what they think of it."""

from domain.jobs import JobState
from handlers.context.callbacks import button
from handlers.conversation.screen import Button, Screen
from handlers.views.job_views import JobView
from handlers.words.catalogue import Say
from storage.jobs import Job

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
    if awaits_rating(job):
        return Screen(f"{text}\n\n{say('client-rate')}", (stars(job),))
    return Screen(text)


def awaits_rating(job: Job) -> bool:
    return job.state is JobState.REPORTED and job.rating is None


def stars(job: Job) -> tuple[Button, ...]:
    """Offer one to five stars."""
    return tuple(
        button(f"{count} ⭐", "rate", job.id, job.version, str(count))
        for count in range(1, MOST_STARS + 1)
    )
