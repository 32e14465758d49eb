"""A word that a pasted list brought and nobody understood is taught once, and asked no more."""

from sqlalchemy import select

from bot.demo.world import DemoWorld
from storage.tables import unknown_words
from tests.journeys import moments, records
from tests.journeys.inventory_steps import FRENCH, LINES
from tests.journeys.moments import REGISTRATION, REQUEST


async def test_a_word_of_a_list_is_taught_by_the_office_and_understood_at_once(
    world: DemoWorld,
) -> None:
    client, office = world.client, world.coordinator
    await moments.choose_language(client, FRENCH)
    await moments.play(client, FRENCH, (*REGISTRATION, *REQUEST[:LINES]))
    await moments.asked(client, FRENCH, REQUEST[LINES])
    await client.says("12 chaises pliantes\n3 trombinoscopes\nappeler Mme Dupont")
    await client.sees("Je ne connais pas « 3 trombinoscopes »")
    await client.taps("Laisser de côté")
    await client.sees("appeler Mme Dupont »")
    await client.taps("Laisser de côté")
    await client.sees("Voici ce que j’ai compris")
    await client.taps("Ajouter et continuer")
    await client.says("trombinoscope")
    await client.sees("Je ne trouve pas « trombinoscope »")

    await office.says("/words")
    await office.sees("« trombinoscopes », écrit")
    await office.taps("Chercher un autre objet")
    await office.sees("Quel objet est-ce ?")
    mark = office.mark()
    await office.says("tableau blanc")
    await office.sees_after(mark, lambda seen: bool(seen.labels))
    await office.taps("Tableau blanc")
    await office.sees("« trombinoscopes » veut dire")

    mark = client.mark()
    await client.says("4 trombinoscopes")
    await client.sees_after(mark, "4 × Tableau blanc")
    await office.taps("↩ Annuler")
    await office.sees("« trombinoscopes », écrit")
    columns = (unknown_words.c.word, unknown_words.c.state, unknown_words.c.version)
    assert await records.rows(world, select(*columns)) == [("trombinoscopes", "waiting", 3)]
