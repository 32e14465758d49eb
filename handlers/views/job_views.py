"""Everything that the cards of one job show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from domain.calendar import PARIS
from domain.jobs import PROVED, CrewAnswer
from domain.people import SiteContact
from domain.planning import Plan, work_days
from handlers.conversation.screen import Button
from handlers.words.catalogue import Say
from storage import crew_assignments, fleet, jobs, media, people, requests
from storage.crew_assignments import Assignment
from storage.jobs import Job
from storage.plans import plan_of
from storage.request_content import Site
from storage.requests import Request
from storage.transaction import Reading

MOST_NAMED = 5  # days of a broken job that are named one by one
BEFORE, AFTER = "before", "after"
MAPS = "https://www.google.com/maps/search/"


@dataclass(frozen=True, slots=True)
class ProofCount:
    """What the leader has shown so far; photos are `before` until the count sheet is open."""

    before: int = 0
    after: int = 0
    counting: bool = False


@dataclass(frozen=True, slots=True)
class JobView:
    """A planned job with its request, its crew (the leader first), its vehicle, its proof."""

    job: Job
    request: Request
    crew: tuple[Assignment, ...]
    vehicle: str | None
    opener: SiteContact | None = None  # who lets the crew in: named for the site, or who asked
    proof: ProofCount = ProofCount()
    zone: ZoneInfo = PARIS

    @property
    def plan(self) -> Plan:
        """The plan of those who have not declined."""
        return plan_of(self.job, self.crew, self.zone)

    @property
    def start_on(self) -> date:
        return self.plan.start_on

    @property
    def has_begun(self) -> bool:
        return self.job.en_route_at is not None

    @property
    def address(self) -> str:
        site = self.request.asked.site
        return f"{site.address}, {site.town}"

    @property
    def answers(self) -> dict[int, CrewAnswer]:
        return {member.member_id: member.state for member in self.crew}

    def of_member(self, member_id: int) -> Assignment | None:
        return next((member for member in self.crew if member.member_id == member_id), None)

    def of_person(self, person_id: int) -> Assignment | None:
        return next((member for member in self.crew if member.person_id == person_id), None)

    def is_near(self, now_on: date) -> bool:
        """Tell whether the first day has come."""
        return now_on >= self.start_on

    def when(self, say: Say) -> str:
        """Write the day, or the first and the last."""
        return self._days(say, self.plan.dates)

    def when_of(self, say: Say, member_id: int) -> str:
        """Write the days of one member."""
        dates = self.plan.dates
        return self._days(say, [dates[index] for index in self.own_days(member_id)] or dates)

    def own_days(self, member_id: int) -> list[int]:
        """Return which days of the plan a member comes on, whatever they answered."""
        shape = self.plan.shape
        return [
            index
            for index in range(len(self.plan.dates))
            if not shape or member_id not in shape[index].off
        ]

    def starts(self, say: Say) -> str:
        return say.time(self.plan.starts_at(0))

    def starts_of(self, say: Say, member_id: int, on: date | None = None) -> str:
        """Write when a member begins, on a day or on their first."""
        plan, own = self.plan, self.own_days(member_id)
        index = next((each for each in own if plan.dates[each] == on), next(iter(own), 0))
        return say.time(plan.starts_at(index))

    def _days(self, say: Say, dates: Sequence[date]) -> str:
        if len(dates) == 1:
            return say.day(dates[0])
        if (*dates,) != work_days(dates[0], len(dates)) and len(dates) <= MOST_NAMED:
            return ", ".join(map(say.day_short, dates))
        return say.plain("job-days", first=dates[0], last=dates[-1], days=len(dates))


async def load(tx: Reading, job_id: int) -> JobView:
    """Gather it. Raises LookupError."""
    return await of_job(tx, await jobs.get(tx, job_id))


async def of_job(tx: Reading, job: Job) -> JobView:
    request = await requests.get(tx, job.request_id)
    crew = tuple(await crew_assignments.crew_of(tx, job.id))
    vehicles = {vehicle.id: vehicle.name for vehicle in await fleet.fleet(tx)}
    proof = await _proof(tx, job.id) if job.state in PROVED else ProofCount()
    opener = request.asked.contact or await _who_asked(tx, request)
    going = dict.fromkeys([job.vehicle_id or 0, *job.shape.vehicles])
    vehicle = " + ".join(vehicles[each] for each in going if each in vehicles) or None
    return JobView(job, request, crew, vehicle, opener, proof, tx.zone)


async def _who_asked(tx: Reading, request: Request) -> SiteContact | None:
    person = await people.get(tx, request.person_id)
    name = person.display_name
    return SiteContact(name, person.phone) if person.phone else None


async def _proof(tx: Reading, job_id: int) -> ProofCount:
    purposes = [purpose for purpose, _, _ in await media.attached(tx, "job", job_id)]
    counting = bool(await jobs.counted(tx, job_id))
    return ProofCount(purposes.count(BEFORE), purposes.count(AFTER), counting)


def map_button(text: str, site: Site) -> Button:
    """Make a button that shows the way in any map; a pin is better than words."""
    pin = site.pin
    words = f"{pin.latitude},{pin.longitude}" if pin else f"{site.address} {site.town} France"
    query = urlencode({"api": 1, "query": words})
    return Button(text, url=f"{MAPS}?{query}")


def since_yesterday(tx: Reading) -> date:
    """A job of last night still counts."""
    return tx.today - timedelta(days=1)
