"""REQ-4: file names, parts, and how an upload and its scan move on; decided without a store."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.base.actor import Actor, StaffRole
from chalicelib.tickets.model.message import Scan
from chalicelib.tickets.model.upload import Upload, UploadState
from chalicelib.tickets.rules.uploads import (
    clean_name,
    may_move,
    may_rescan,
    part_bytes,
    part_count,
    scan_of,
    unfit_for,
)

NAMES = {
    "report.txt": "report.txt",
    "../../etc/passwd": "passwd",
    "C:\\Users\\mara\\scan.log": "scan.log",
    "/": "file",
    "": "file",
    ".": "file",
    "..": "file",
    "   ": "file",
    "\u200b\u200d\ufeff": "file",
    "in\u200bvoice.pdf": "invoice.pdf",
    "invoice\u202efdp.exe": "invoicefdp.exe",
    "two\nlines\t.log": "twolines.log",
    "a  b.txt": "a b.txt",
    "Übersicht – März.xlsx": "Übersicht – März.xlsx",
    "تقرير.log": "تقرير.log",
    "📎 log.txt": "📎 log.txt",
    ".gitignore": ".gitignore",
    "\x00evil.sh\x7f": "evil.sh",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_data_and_harmless(name: str) -> None:
    """REQ-4: no paths, nothing invisible, never empty."""
    assert clean_name(name, 200) == NAMES[name]


def test_a_name_of_300_characters_is_cut_and_keeps_its_ending() -> None:
    """REQ-4."""
    cut = clean_name("a" * 300 + ".tar.gz", 200)
    assert len(cut) == 200
    assert cut.endswith("a.gz")


def test_an_ending_as_long_as_a_name_is_cut_as_well() -> None:
    """REQ-4."""
    assert clean_name("a." + "b" * 300, 200) == "a." + "b" * 198


@given(st.text(max_size=400))
def test_whatever_a_client_calls_its_file_the_name_is_fit(name: str) -> None:
    """REQ-4."""
    clean = clean_name(name, 200)
    assert 0 < len(clean) <= 200
    assert not {"/", "\\"} & set(clean)
    assert clean not in {".", ".."}
    assert not {"Cc", "Cf", "Cs"} & {unicodedata.category(char) for char in clean}
    assert clean_name(clean, 200) == clean


@given(st.integers(1, 10**12), st.integers(1, 10**9))
def test_the_parts_make_up_the_file(size: int, part_size: int) -> None:
    """REQ-4: every part but the last is full, and there is none beside them."""
    last = part_count(size, part_size)
    tail = part_bytes(last, size, part_size)
    assert tail is not None
    assert 0 < tail <= part_size
    assert (last - 1) * part_size + tail == size
    assert part_bytes(1, size, part_size) == min(size, part_size)
    assert part_bytes(0, size, part_size) is None
    assert part_bytes(last + 1, size, part_size) is None


UPLOAD_MOVES = {
    (UploadState.UPLOADING, UploadState.COMPLETE),
    (UploadState.UPLOADING, UploadState.ABORTED),
    (UploadState.COMPLETE, UploadState.ATTACHED),
    (UploadState.COMPLETE, UploadState.ABORTED),
}


@pytest.mark.parametrize("from_", UploadState)
@pytest.mark.parametrize("to", UploadState)
def test_an_upload_moves_as_the_table_says(from_: UploadState, to: UploadState) -> None:
    """REQ-4."""
    assert may_move(from_, to) is ((from_, to) in UPLOAD_MOVES)


def test_the_scanners_words() -> None:
    """REQ-4: what is no clear word means that it could not be scanned."""
    assert scan_of("NO_THREATS_FOUND") is Scan.CLEAN
    assert scan_of("THREATS_FOUND") is Scan.INFECTED
    for word in ("UNSUPPORTED", "ACCESS_DENIED", "FAILED", "something new"):
        assert scan_of(word) is Scan.UNSCANNABLE


@pytest.mark.parametrize("to", Scan)
def test_an_infected_file_stays_infected(to: Scan) -> None:
    """REQ-4."""
    assert not may_rescan(Scan.INFECTED, to)
    assert may_rescan(Scan.CLEAN, to) is (to is Scan.INFECTED)


MARA = Actor(account_id="mara", company_id="north")


def make_upload(**changed: Any) -> Upload:
    fields: dict[str, Any] = {
        "owner_id": "mara",
        "company_id": "north",
        "staff": False,
        "state": UploadState.COMPLETE,
    }
    return Upload(pk="upload#k", sk="upload", **(fields | changed))


UNFIT: dict[str, tuple[dict[str, Any], str]] = {
    "another person's": ({"owner_id": "eve"}, "file_unknown"),
    "from another company": ({"company_id": "south"}, "file_unknown"),
    "from the other side of the counter": ({"staff": True}, "file_unknown"),
    "attached already": ({"state": UploadState.ATTACHED}, "file_unknown"),
    "given up": ({"state": UploadState.ABORTED}, "file_unknown"),
    "for another request": ({"ticket_id": "other"}, "file_unknown"),
    "not whole yet": ({"state": UploadState.UPLOADING}, "file_incomplete"),
}


@pytest.mark.parametrize("why", UNFIT)
def test_what_can_not_become_a_file_of_a_message(why: str) -> None:
    """REQ-4."""
    changed, reason = UNFIT[why]
    assert unfit_for(MARA, make_upload(**changed), "mine") == reason
    assert unfit_for(MARA, None, "mine") == "file_unknown"


def test_the_own_whole_file_can() -> None:
    """REQ-4: bound to this request, or to none."""
    assert unfit_for(MARA, make_upload(), None) is None
    assert unfit_for(MARA, make_upload(ticket_id="mine"), "mine") is None
    staff = Actor(account_id="mara", role=StaffRole.AGENT)
    assert unfit_for(staff, make_upload(staff=True, company_id=""), "mine") is None
