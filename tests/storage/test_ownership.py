"""Whose a thing is: the company of its request; nothing for what does not exist."""

from storage import ownership, requests, sites
from storage.engine import Database
from tests.conftest import NOW
from tests.trade import agreed_job, client


async def test_things_of_a_request_belong_to_its_company(db: Database) -> None:
    async with db.begin(NOW) as tx:
        job = await agreed_job(tx)
        request = await requests.get(tx, job.request_id)
        assert await ownership.company_of_request(tx, request.id) == request.company_id
        assert await ownership.company_of_job(tx, job.id) == request.company_id


async def test_what_does_not_exist_belongs_to_nobody(db: Database) -> None:
    async with db.read(NOW) as tx:
        assert await ownership.company_of_request(tx, 99) is None
        assert await ownership.company_of_revision(tx, 99) is None
        assert await ownership.company_of_survey(tx, 99) is None
        assert await ownership.company_of_job(tx, 99) is None
        assert await ownership.company_of_site(tx, 99) is None


async def test_a_site_belongs_to_its_company_and_a_poster_of_ours_to_nobody(db: Database) -> None:
    async with db.begin(NOW) as tx:
        person = await client(tx)

        async def remember(company_id: int | None) -> int:
            site = await sites.remember(
                tx,
                company_id=company_id,
                person_id=person.id,
                address="1 rue A",
                postcode="93500",
                answers={},
            )
            return site.id

        theirs, ours = await remember(person.company_id), await remember(None)

        assert await ownership.company_of_site(tx, theirs) == person.company_id
        assert await ownership.company_of_site(tx, ours) is None
