"""REQ-15: what the author says of the support, by the link in the mail."""

from datetime import timedelta

import pytest

from chalicelib.accounts.errors import LinkExpired, LinkUnknown
from chalicelib.aws.link_tokens import token_of
from chalicelib.base import ids
from chalicelib.tickets.schemas.surveys import SurveyAnswer
from chalicelib.tickets.service.surveys import answer_survey, inspect_survey
from tests.mailbox import letters_to, link_in
from tests.tickets.builders import DAY, NOON, Desk, anew, end, make_desk, open_one

pytestmark = pytest.mark.usefixtures("cloud")


def asked() -> tuple[Desk, str]:
    """A closed request, and the token of its survey's link."""
    desk = make_desk()
    end(desk.agent, open_one(desk.author).id)
    (letter,) = letters_to(desk.author.email, "survey")
    return desk, link_in(letter)


def rate(token: str, rating: int | None, words: str | None, days: int = 1) -> None:
    data = SurveyAnswer(token=token, rating=rating, words=words)
    answer_survey(data, NOON + days * DAY, anew())


def test_a_click_rates_and_words_can_follow() -> None:
    """REQ-15."""
    _, token = asked()
    fresh = inspect_survey(token, NOON)
    assert (fresh.rating, fresh.words, fresh.subject) == (None, None, "Scan stops at 40 %")
    rate(token, 5, None)
    rate(token, 5, "Quick and kind.")
    kept = inspect_survey(token, NOON + DAY)
    assert (kept.rating, kept.words) == (5, "Quick and kind.")


def test_words_without_a_rating_are_an_answer() -> None:
    """REQ-15."""
    _, token = asked()
    rate(token, None, "Too slow.")
    kept = inspect_survey(token, NOON)
    assert (kept.rating, kept.words) == (None, "Too slow.")


def test_the_answer_can_be_changed_until_the_link_ends() -> None:
    """REQ-15: one answer per request."""
    _, token = asked()
    rate(token, 1, "Bad.")
    rate(token, 4, None, days=29)
    kept = inspect_survey(token, NOON + 29 * DAY)
    assert (kept.rating, kept.words) == (4, None)
    assert kept.ends_at == NOON + 30 * DAY
    with pytest.raises(LinkExpired):
        rate(token, 5, None, days=30)
    with pytest.raises(LinkExpired):
        inspect_survey(token, NOON + 30 * DAY)
    assert inspect_survey(token, NOON + 30 * DAY - timedelta(microseconds=1)).rating == 4


def test_a_forged_link_opens_nothing() -> None:
    """Invariant 4."""
    _, token = asked()
    for forged in (token[:-1], token + "x", "x", token_of(ids.ulid(NOON)), ""):
        with pytest.raises(LinkUnknown):
            inspect_survey(forged, NOON)
