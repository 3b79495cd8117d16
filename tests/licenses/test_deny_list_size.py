"""LIC-11: how large the deny list is, and from where on there is no delta, as its page says."""

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.aws.settings import settings
from chalicelib.licenses import handing_out
from chalicelib.licenses.errors import DeltaUnknown
from chalicelib.licenses.model.denials import DENY_LIST, DenyChange
from chalicelib.licenses.publishing import AT_ONCE, publish
from chalicelib.licenses.rules import deny_list as rules
from chalicelib.licenses.rules.deny_file import Issue, delta_bytes, full_bytes
from chalicelib.licenses.rules.signed_text import close
from chalicelib.licenses.store import denials as store
from tests.builders import make_license
from tests.licenses.builders import NOON
from tests.licenses.test_deny_list import delta, deny

SIGNATURE = "A" * 86 + "=="


def issue(entries: int) -> Issue:
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    digest = rules.NOTHING.hex()
    return Issue(serial=99_999, entries=entries, digest=digest, issued=moment, next_update=moment)


@pytest.mark.parametrize(
    ("entries", "most"), [(0, 330), (1_000, 11_100), (100_000, 1_070_000), (400_000, 4_300_000)]
)
def test_the_whole_list_takes_as_much_as_its_page_says(entries: int, most: int) -> None:
    packed = bytes(entries * rules.ENTRY_BYTES)
    size = len(close(full_bytes(issue(entries), packed, "2026-a"), SIGNATURE))
    assert most * 0.95 < size <= most


def test_a_delta_takes_as_much_however_long_the_list_is() -> None:
    added = bytes(AT_ONCE * rules.ENTRY_BYTES)
    for entries in (1_000, 400_000):
        data = delta_bytes(issue(entries), 99_998, added, b"", "2026-a")
        assert len(close(data, SIGNATURE)) <= 1_024


@pytest.mark.usefixtures("cloud")
def test_a_delta_from_too_long_ago_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the number of serials, or where changes were cleared away; the last ones lead on."""
    for number in range(3):
        deny(make_license(f"AAAAA-BBBBB-CCCCC-0000{number}"), NOON + timedelta(minutes=number))
        publish(NOON + timedelta(minutes=number))
    now = NOON + timedelta(minutes=5)
    monkeypatch.setenv("KONTOR_DENY_LIST_DELTA_SERIALS", "2")
    settings.cache_clear()
    store.forget_head()
    with pytest.raises(DeltaUnknown):
        handing_out.deny_list_delta("0", now)
    assert delta(1, now)["serial"] == "3"
    DenyChange.get(DENY_LIST, "change#0000000002").delete()
    with pytest.raises(DeltaUnknown):
        handing_out.deny_list_delta("1", now)
    assert delta(2, now)["serial"] == "3"
