"""What the tests beside this do not count as a write: a token's notes of its use, and no more."""

from datetime import timedelta

from chalicelib.accounts import throttling
from chalicelib.tokens import store
from tests.builders import token_id
from tests.world.people import Who
from tests.world.world import World

DAY = timedelta(days=1)


def _use(world: World, who: Who) -> None:
    world.browser(who).get("/api/orders/v1/products")


def test_a_tokens_own_notes_are_no_effects(world: World) -> None:
    """Two of a good one, a count of a bad one; of nobody else's."""
    for who in (Who.SYSTEM, Who.REVOKED):
        _use(world, who)
        assert world.written.writes
        assert world.effects(who) == frozenset()
        assert world.effects(Who.OWNER) == world.written.places
        world.begin_anew()


def test_the_note_of_another_token_is_an_effect(world: World) -> None:
    _use(world, Who.READING)
    assert world.effects(Who.SYSTEM) == world.written.places


def test_whatever_else_is_written_of_a_token_or_counted_is_an_effect(world: World) -> None:
    """By itself or not, and where the note stands too."""
    now, who = world.clock.moment, Who.SYSTEM
    token = store.find_token(token_id(world.people.tokens[who]))
    assert token is not None
    token.update([type(token).name.set("Other"), type(token).last_used_on.set(now.date())])
    assert len(world.effects(who)) == 1
    throttling.note_failure("anything", now, DAY)
    assert len(world.effects(who)) == 2
    token.save()
    assert len(world.effects(who)) == 2
