"""Steps of the inventory question."""

from tests.journeys.moments import REQUEST
from tests.journeys.tongue import Tongue

FRENCH, ENGLISH = Tongue("fr"), Tongue("en")


LINES = next(n for n, moment in enumerate(REQUEST) if moment.asks[0] == "Que faut-il enlever")


AFTER = LINES + 5  # who asks
