from datetime import UTC, datetime, timedelta

from chalicelib.base import ids

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_ids_sort_by_the_time_they_were_made() -> None:
    made = [ids.ulid(NOON + timedelta(milliseconds=passed)) for passed in range(50)]
    assert made == sorted(made)
    assert all(len(one) == 26 for one in made)


def test_an_incident_number_is_dated_and_can_not_be_guessed_from_the_last_one() -> None:
    """REQ-6"""
    numbers = {ids.incident_number(NOON) for _ in range(200)}
    assert len(numbers) == 200
    assert all(number.startswith("261122-") and len(number) == 13 for number in numbers)


def test_what_people_read_has_no_look_alike_letters() -> None:
    assert not set("ILOU") & set(ids.CROCKFORD)
