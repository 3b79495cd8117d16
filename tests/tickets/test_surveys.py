"""REQ-15: what the author says of the support, by the link in the mail."""

from datetime import timedelta

import pytest

from chalicelib.accounts.errors import LinkExpired, LinkUnknown
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.companies.store import members
from chalicelib.tickets.schemas.surveys import SurveyAnswer
from chalicelib.tickets.service.authors import give_author
from chalicelib.tickets.service.surveys import answer_survey, inspect_survey
from chalicelib.tickets.store.authors import Author
from chalicelib.tickets.store.tickets import find_number
from tests.mailbox import letters_to, link_in
from tests.tickets.builders import DAY, NOON, Desk, anew, colleague, end, make_desk, open_one

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


def _leave(author: Actor) -> None:
    change = Transaction(anew(), NOON)
    members.remove_member(change, author.company_id, author.account_id)
    change.commit()


def test_the_link_ends_with_the_place_in_the_company() -> None:
    """REQ-15, NOT-5: who may not see the request any more may not rate it, nor read of it."""
    desk, token = asked()
    rate(token, 4, "Fine.")
    _leave(desk.author)
    with pytest.raises(LinkUnknown):
        inspect_survey(token, NOON)
    with pytest.raises(LinkUnknown):
        rate(token, 1, "Changed my mind.")


def test_the_link_is_nobody_elses_when_the_request_is() -> None:
    """REQ-15, STF-9, invariant 4: whose request it becomes was not asked."""
    desk, token = asked()
    heir = colleague(desk)
    number = find_number(inspect_survey(token, NOON).number)
    assert number
    author = Author(heir.account_id, heir.name)
    of = (desk.author.company_id, desk.author.company_name)
    assert give_author(number.ticket_id, desk.author.account_id, author, of, NOON)
    with pytest.raises(LinkUnknown):
        inspect_survey(token, NOON)


def test_a_forged_link_opens_nothing() -> None:
    """Invariant 4."""
    _, token = asked()
    for forged in (token[:-1], token + "x", "x", token_of(ids.ulid(NOON)), ""):
        with pytest.raises(LinkUnknown):
            inspect_survey(forged, NOON)
