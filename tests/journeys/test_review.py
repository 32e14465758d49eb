"""Before sending, every answer can be changed; what is sent is what was last said."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from sandbox import SandboxPerson
from sandbox.seen import Seen
from storage.tables import attachments, request_lines, requests
from tests.journeys import records
from tests.journeys.steps import change, register, request

C = requests.c


async def _at_review(world: DemoWorld) -> SandboxPerson:
    await register(world.client)
    await request(world.client, send=False)
    return world.client


async def _review(client: SandboxPerson, mark: int) -> Seen:
    return await client.sees_after(mark, "Tout est-il juste")


async def _edit(client: SandboxPerson, label: str, asks: str = "") -> Seen:
    """From the review to the question of one answer."""
    mark = client.mark()
    await change(client, label)
    return await client.sees_after(mark, asks)


async def _sent(world: DemoWorld, *columns: object) -> tuple[object, ...]:
    await world.client.taps("Envoyer")
    await world.client.sees("DEM-2026-0001")
    (row,) = await records.rows(world, select(*columns))  # type: ignore[call-overload]
    return tuple(row)


TYPED = (
    ("Adresse", "Où est le chantier", "8 place du Marché", C.address, "8 place du Marché"),
    ("Code postal", "Quel est le code postal", "75011", C.postcode, "75011"),
    ("Distance", "Combien de mètres", "75", C.carry_m, 75),
    ("Remarque", "Autre chose", "Sonner deux fois", C.note, "Sonner deux fois"),
)
TAPPED = (
    ("Prestation", "Que faut-il faire", "Curage", C.activity, "soft_strip"),
    ("Ascenseur", "Y a-t-il un ascenseur", "Oui, petit", C.lift, "passenger"),
    ("Stationnement", "se garer", "Cour", C.parking, "yard"),
    ("Site occupé", "gens qui travaillent", "Oui", C.occupied, True),
)


async def test_every_answer_is_changed(world: DemoWorld) -> None:
    client = await _at_review(world)
    for label, asks, said, *_ in TYPED:
        question = await _edit(client, label, asks)
        assert any(one.startswith("↩ Garder") for one in question.labels)
        mark = client.mark()
        await client.says(said)
        assert said in (await _review(client, mark)).text
    for label, asks, tap, *_ in TAPPED:
        await _edit(client, label, asks)
        mark = client.mark()
        await client.taps(tap)
        assert tap.rpartition(", ")[2].lower() in (await _review(client, mark)).text.lower()

    columns, values = zip(*((one[3], one[4]) for one in (*TYPED, *TAPPED)), strict=True)
    assert await _sent(world, *columns) == values


async def test_the_ground_floor_needs_no_lift(world: DemoWorld) -> None:
    client = await _at_review(world)
    assert "Ascenseur" in (await client.sees("Tout est-il juste")).text
    await _edit(client, "Étage", "À quel étage")
    mark = client.mark()
    await client.taps("0")

    assert "Ascenseur" not in (await _review(client, mark)).text
    assert await _sent(world, C.floor, C.lift) == (0, "none")


async def test_leaving_the_ground_floor_asks_for_the_lift(world: DemoWorld) -> None:
    client = await _at_review(world)
    await _edit(client, "Étage", "À quel étage")
    mark = client.mark()
    await client.taps("0")
    await _review(client, mark)
    await _edit(client, "Étage", "À quel étage")
    mark = client.mark()
    await client.taps("4")
    assert "monte-charge" in (await _review(client, mark)).text  # what was said before is known
    assert await _sent(world, C.floor, C.lift) == (4, "goods")


async def test_the_old_answer_is_kept_where_asked(world: DemoWorld) -> None:
    client = await _at_review(world)
    await _edit(client, "Adresse", "Où est le chantier")
    await client.says("📍")
    await client.sees("un peu court")
    mark = client.mark()
    await client.taps("Garder")
    await _review(client, mark)
    assert await _sent(world, C.address) == ("12 rue Hoche",)


async def test_days_are_changed_together(world: DemoWorld) -> None:
    client = await _at_review(world)
    await _edit(client, "Premier jour", "À partir de quel jour")
    mark = client.mark()
    await client.says("21/12/2026")
    await client.sees_after(mark, "Tout est-il juste")
    mark = client.mark()
    await client.taps("Envoyer")

    again = await client.sees_after(mark, "Jusqu’à quel jour")
    assert "est trop tôt" in again.text
    await client.says("23/12/2026")
    await _review(client, mark)
    sent = await _sent(world, C.earliest_on, C.deadline_on)
    assert [str(day) for day in sent] == ["2026-12-21", "2026-12-23"]


async def test_a_line_is_added_changed_and_taken_out(world: DemoWorld) -> None:
    client = await _at_review(world)
    await _edit(client, "Objets", "Que faut-il enlever")
    await client.says("12 chaises visiteur")
    await client.sees("12 × Chaise visiteur")
    await client.taps("Usé")
    await client.sees("12 × Chaise visiteur 4 pieds / luge (C)")
    mark = client.mark()
    await client.taps("C’est tout")
    review = await _review(client, mark)
    assert "2. 12 × Chaise visiteur 4 pieds / luge (C)" in review.text
    await _edit(client, "Objets", "Que faut-il enlever")
    await client.taps("Ma liste")
    await client.taps("20 × Bureau droit")
    await client.sees("Écrivez un nombre pour changer")
    await client.says("7")
    await client.sees("7 × Bureau droit")
    await client.taps("Ma liste")
    await client.taps("12 × Chaise")
    await client.taps("Enlever")
    await client.sees(lambda seen: "7 × Bureau" in seen.text and "Chaise" not in seen.text)
    mark = client.mark()
    await client.taps("C’est tout")
    review = await _review(client, mark)

    assert "Chaise" not in review.text
    await client.taps("Envoyer")
    await client.sees("DEM-2026-0001")
    lines = await records.rows(world, select(request_lines.c.code, request_lines.c.quantity))
    assert lines == [("BUR-01", "7")]


async def test_photos_are_done_again(world: DemoWorld) -> None:
    client = await _at_review(world)
    await _edit(client, "Photos", "3 photos")
    await client.taps("Tout refaire")
    await client.sends_photos(1)
    await client.sees("1 photo")
    mark = client.mark()
    await client.taps("Terminé")
    await _review(client, mark)
    await client.taps("Envoyer")
    await client.sees("DEM-2026-0001")
    assert len(await records.rows(world, select(attachments.c.media_id))) == 1


async def test_back_from_the_review_reaches_the_answer_before(world: DemoWorld) -> None:
    client = await _at_review(world)
    await _edit(client, "Adresse", "Où est le chantier")
    mark = client.mark()
    await client.taps("Retour")
    await _review(client, mark)
