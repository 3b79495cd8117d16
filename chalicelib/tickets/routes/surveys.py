"""The survey behind a mailed link; no session needed."""

from chalicelib.accounts.errors import LinkExpired, LinkUnknown
from chalicelib.base.errors import Invalid
from chalicelib.entry.access import ANYONE
from chalicelib.entry.http import Call, Routes
from chalicelib.tickets.schemas.surveys import SurveyAnswer, SurveyLink, SurveyOut
from chalicelib.tickets.service import surveys

routes = Routes(__name__)


@routes.post(
    "/api/surveys/inspect",
    ANYONE,
    "See what was answered to a survey so far",
    takes=SurveyLink,
    gives=SurveyOut,
    errors=(LinkUnknown, LinkExpired, Invalid),
)
def inspect_survey(call: Call[SurveyLink]) -> SurveyOut:
    """REQ-15: does not use the link up."""
    return surveys.inspect_survey(call.body.token, call.now)


@routes.put(
    "/api/surveys",
    ANYONE,
    "Answer a survey, or change the answer",
    takes=SurveyAnswer,
    gives=SurveyOut,
    errors=(LinkUnknown, LinkExpired, Invalid),
)
def answer_survey(call: Call[SurveyAnswer]) -> SurveyOut:
    """REQ-15: a rating, words, or both, until the link ends."""
    return surveys.answer_survey(call.body, call.now, call.operation)
