"""The whole life of one quote: accepted, undone, changed, revised three times, expired, renewed.

At each step its number, the hash of its paper, the difference it tells and who may do what hold.
"""

import asyncio
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import select

from bot.demo.world import DemoWorld
from bot.errands.quote_pdf import gather, lay_out
from bot.services import build_services
from documents.quote import render_quote
from handlers.views.price_wording import signed
from handlers.words.catalogue import HOME, Words
from sandbox import SandboxPerson
from sandbox.seen import Seen, read_out
from storage.engine import Database
from storage.files import FileStore
from storage.tables import media, requests, revisions
from tests.documents.reading import reader, text_of
from tests.journeys import records
from tests.journeys.steps import (
    ask_change,
    ask_renewal,
    asked,
    card,
    quoted,
    register,
    second_coordinator,
    send_price,
    sign,
)

FRENCH = Words.load().say("fr")
NOT_YOURS = "Ce bouton n’est pas pour vous."
AFTER_THE_LAST_DAY = datetime(2026, 12, 24, 9, 0, tzinfo=UTC)
Offers = dict[int, Seen]


def label(revision: int) -> str:
    return "DEV-2026-0001" if revision == 1 else f"DEV-2026-0001-{revision}"


async def states(world: DemoWorld) -> list[str]:
    found = await records.rows(world, select(revisions.c.state).order_by(revisions.c.revision))
    return [state for (state,) in found]


async def printed_again(world: DemoWorld, revision: int) -> bytes:
    """Make the paper of a revision anew from the rows, as after a crash."""
    services, files = build_services(world.settings, "r4_bot"), FileStore(world.settings.media_url)
    db = Database(world.settings.database_url)
    try:
        async with db.read(world.clock.now()) as tx:
            papers = await gather(tx, revision)
    finally:
        await db.close()
    document = await lay_out(files, services, papers, HOME, attempts=0)
    return await asyncio.to_thread(render_quote, document)


async def paper(world: DemoWorld, name: str, mark: int = -1) -> bytes:
    """What the client received under this name: the bytes whose hash we keep."""
    seen = await world.client.sees_after(mark, lambda one: one.name == name)
    content = await seen.bytes()
    known = select(media.c.sha256).where(media.c.name == name)
    assert await records.rows(world, known) == [(sha256(content).hexdigest(),)]
    return content


async def differs(world: DemoWorld, revision: int) -> str:
    """By how much a revision costs more, as the client reads it."""
    found = await records.rows(world, select(revisions.c.estimate).order_by(revisions.c.revision))
    before, after = (
        estimate["total_excl_vat_cents"] for (estimate,) in found[revision - 2 : revision]
    )
    by = after - before
    return read_out(f"{signed(FRENCH, by) if by else FRENCH.money(0)} HT")


async def comes(world: DemoWorld, offers: Offers, revision: int, *changes: str) -> None:
    """A revision reaches the client with its number, its paper and what is new in it."""
    offer = await asked(world.client, f"Devis {label(revision)}")
    content = await paper(world, f"{label(revision)}.pdf")
    assert f"Devis {label(revision)}" in text_of(content)
    assert await printed_again(world, revision) == content
    if revision > 1:
        assert ", ".join([*changes, await differs(world, revision)]) in offer.text
    offers[revision] = offer
    await older_stay(world, offers, revision)
    await others_are_refused(world, offer)


async def older_stay(world: DemoWorld, offers: Offers, newest: int) -> None:
    """Older revisions can be read, as they were, and no longer be agreed to."""
    client = world.client
    for revision in range(1, newest):
        name, here = f"{label(revision)}.pdf", offers[newest]
        first = await paper(world, name)
        mark = client.mark()
        await client.presses(f"a:quoted:{revision}:0", here)
        assert await paper(world, name, mark) == first
        told = await client.presses(offers[revision].code("Accepter"), here)
        assert told == f"{label(revision)} remplacé par un plus récent"


async def others_are_refused(world: DemoWorld, offer: Seen) -> None:
    """Neither a client of another company nor a crew gets at it."""
    accept = offer.code("Accepter")
    for person in (world.other_client, world.crew[1]):
        for action in ("accept", "decline", "amend", "quoted", "english"):
            code = accept.replace("accept", action)
            assert await person.presses(code, person.last) == NOT_YOURS


async def agrees(world: DemoWorld, revision: int) -> None:
    """The client agrees: to the hash of that paper, which travels inside the agreement."""
    await sign(world.client)
    original = await paper(world, f"{label(revision)}.pdf")
    agreement = await paper(world, f"{label(revision)}-accord.pdf")
    fingerprint = sha256(original).hexdigest()
    agreed = select(revisions.c.agreed_sha256).where(revisions.c.revision == revision)
    assert await records.rows(world, agreed) == [(fingerprint,)]
    assert fingerprint in text_of(agreement).replace(" ", "")
    assert reader(agreement).attachments[f"{label(revision)}.pdf"] == [original]


async def revise(office: SandboxPerson, world: DemoWorld) -> None:
    await office.taps("Réviser le devis", chat=world.group)
    await asked(office, "Chiffrage DEM-2026-0001")


async def four_cupboards(office: SandboxPerson) -> None:
    await office.taps("➕ Objet")
    await office.sees("Quel objet ajouter")
    await office.says("armoire haute à rideaux")
    await office.taps("Armoire haute")
    await office.sees("Combien ?")
    await office.says("4")
    await office.taps("👍 Bon")
    await asked(office, "4 × Armoire haute")


async def change_access(office: SandboxPerson, button: str, shown: str) -> None:
    await office.taps("🏗️ Accès")
    await office.taps(button)
    await card(office, shown)
    await office.taps("Retour")
    await asked(office, "Prix calculé")


async def two_at_once(world: DemoWorld) -> None:
    """Nadia and Moussa work on the same price: the second is told what the first did."""
    nadia, moussa = world.coordinator, await second_coordinator(world)
    await revise(nadia, world)
    await moussa.says("/start cost-1")
    stale = await asked(moussa, "Vous reprenez le chiffrage de")
    await change_access(nadia, "+20", "40 m")
    told = await moussa.taps("Envoyer au client", on=stale)
    assert told == "Cela a changé entre-temps. Regardez la carte à jour."
    now = await asked(moussa, "a changé entre-temps : +20 m de portage")
    old = await asked(nadia, "Chiffrage DEM-2026-0001")
    await moussa.taps("Envoyer au client", on=now)
    await nadia.presses(old.code("Envoyer au client"), old)
    await nadia.sees("DEV-2026-0001-4 : Moussa l’a envoyé")


async def strangers(world: DemoWorld) -> None:
    """A client of another company and somebody of the crew have the bot open."""
    thief, awa = world.other_client, world.crew[1]
    await register(thief, name="Hugo Verre", siret="552 100 554 00013", company="Verre & Co")
    await awa.says("/status")
    await awa.sees("Rien de prévu")


async def test_a_quote_lives_through_everything(world: DemoWorld) -> None:
    client, office, group = world.client, world.coordinator, world.group
    offers: Offers = {}
    await strangers(world)
    await quoted(world)
    await comes(world, offers, 1)

    await agrees(world, 1)
    await client.taps("Je me suis trompé")
    await office.sees("annule son accord sur DEV-2026-0001", chat=group)
    open_again = select(revisions.c.state, revisions.c.agreed_sha256)
    await records.become(world, open_again, [("sent", None)])

    await ask_change(client, "Quatre armoires de plus")
    await office.sees("Changement demandé", chat=group)
    await revise(office, world)
    await four_cupboards(office)
    await send_price(office)
    await comes(world, offers, 2, "+4 Armoire haute métal à rideaux 120x198")
    await revise(office, world)
    await change_access(office, "➖", "Étage 1")
    await send_price(office)
    await comes(world, offers, 3, "−1 étage")
    await two_at_once(world)
    await comes(world, offers, 4, "+20 m de portage")
    assert await states(world) == ["superseded", "superseded", "superseded", "sent"]

    await world.jump(AFTER_THE_LAST_DAY)
    expired = await card(client, "Mettre à jour ce devis")
    assert "n’est plus valable" in expired.text
    assert await client.presses(offers[4].code("Accepter"), expired) == (
        "⌛ DEV-2026-0001-4 n’est plus valable"
    )
    await ask_renewal(client, label(4))
    await office.taps("Envoyer le devis à jour", chat=group)
    await comes(world, offers, 5)
    await agrees(world, 5)
    assert await states(world) == [*["superseded"] * 4, "accepted"]
    assert await records.rows(world, select(requests.c.state)) == [("accepted",)]
