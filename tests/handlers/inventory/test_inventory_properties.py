"""Whatever people tap and write: the list stays whole and can be gone on with."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.catalogue import shipped_catalogue
from handlers.context.posts import LONGEST_TEXT, length
from handlers.conversation.given import Given, ReadSheet, SentDocument, SentPhoto, Tapped, Typed
from handlers.conversation.kind import OPEN
from handlers.conversation.screen import form_data
from handlers.inventory.inventory_moves import MOST_LINES
from handlers.inventory.inventory_state import Goods, drafted
from tests.handlers.inventory.inventory_answers import FACTS, KIND, SAY, Made

CODES = [item.code for item in shipped_catalogue().items]
SAID = st.sampled_from(
    [
        "20 bureaux, 15 chaises visiteur et 3 armoires hautes",
        "4 bidules",
        "frigo",
        "7",
        "-1",
        "19 999",
        "2,5",
        "\n".join(f"3 {code}" for code in CODES[:30]),
        "\n".join(f"5000 {code}" for code in CODES[20:55]),
        "<b>3</b> #let x",
    ]
)
SENT: tuple[Given, ...] = (
    SentPhoto("f", "u", 5),
    SentDocument("f", "s", "l.csv", "text/csv", 5),
    ReadSheet("s", ((1, ("code", "quantité")), (2, ("BUR-01", "x")), (3, ("SIE-03", "4")))),
    ReadSheet("s", fault="broken"),
)
ACTS = st.one_of(st.integers(0, 200), st.integers(0, 200), SAID.map(Typed), st.sampled_from(SENT))


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, max_size=25))
def test_no_way_through_breaks_the_list(acts: list[int | Given]) -> None:
    made = Made()
    for act in acts:
        codes = made.codes
        made.gives(Tapped(codes[act % len(codes)]) if isinstance(act, int) else act)
        value = KIND.load(made.raw) if made.raw is not None else OPEN
        for code in made.codes:
            assert form_data(10**18 - 1, 10**9 - 1, code)
        lines = drafted(made.raw).lines
        assert len(lines) == len({line.key for line in lines}) <= MOST_LINES
        assert all(0 < line.quantity <= Decimal(20_000) for line in lines)
        assert length(made.text) <= LONGEST_TEXT
        if isinstance(value, Goods):
            assert value.lines == lines != ()
            return
        assert value is OPEN


@given(st.sets(st.sampled_from(CODES), min_size=1, max_size=MOST_LINES))
def test_a_whole_list_fits_on_its_card_and_sums_up(codes: set[str]) -> None:
    text = "\n".join(f"12 {code}" for code in sorted(codes))
    made = Made().says(text)
    if len(codes) > 1:
        made.taps("y.1")

    assert length(made.text) <= LONGEST_TEXT
    assert len(KIND.rows(made.taps("done").raw, FACTS, SAY)) == len(codes)
