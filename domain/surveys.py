"""The visit of a site before a price: offered, booked, called off, offered anew."""

from enum import StrEnum

from domain.lifecycle import Lifecycle


class SurveyState(StrEnum):
    """Where a visit stands."""

    PROPOSED = "proposed"
    NONE_FITS = "none_fits"
    BOOKED = "booked"
    CANCELLED = "cancelled"


class SurveyEvent(StrEnum):
    """What happens to a visit; the values name it in the audit trail."""

    PROPOSE = "survey_offered"
    BOOK = "survey_booked"
    DECLINE = "survey_none_fits"  # none of the slots, or the one that was booked no longer
    CANCEL = "survey_cancelled"  # by a coordinator


_STATE, _EVENT = SurveyState, SurveyEvent

SURVEY = Lifecycle(
    (_STATE.PROPOSED,),
    {
        _STATE.PROPOSED: {
            _EVENT.PROPOSE: _STATE.PROPOSED,
            _EVENT.BOOK: _STATE.BOOKED,
            _EVENT.DECLINE: _STATE.NONE_FITS,
        },
        _STATE.NONE_FITS: {_EVENT.PROPOSE: _STATE.PROPOSED},
        _STATE.BOOKED: {
            _EVENT.PROPOSE: _STATE.PROPOSED,
            _EVENT.DECLINE: _STATE.NONE_FITS,
            _EVENT.CANCEL: _STATE.CANCELLED,
        },
        _STATE.CANCELLED: {_EVENT.PROPOSE: _STATE.PROPOSED},
    },
)

DECLINABLE = SURVEY.before(SurveyEvent.DECLINE)
