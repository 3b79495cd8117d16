"""REQ-4, STF-7, SCH-1: quarantine, downloads, and files that nobody went on with."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import urllib3

from chalicelib.aws import files
from chalicelib.aws.settings import settings
from chalicelib.base.errors import NotFound
from chalicelib.tickets.errors import FileInfected, FilePending, FileUnscannable
from chalicelib.tickets.service.reading import download, view_ticket
from chalicelib.tickets.service.scans import note_scan
from chalicelib.tickets.service.sweeping import abort_stale_uploads
from chalicelib.tickets.service.uploading import list_uploads, start_upload
from local.testing import Cloud
from tests.tickets.builders import (
    DAY,
    NOON,
    Desk,
    anew,
    colleague,
    make_desk,
    open_one,
    say,
    stranger,
)
from tests.tickets.files import announce, put_part, send_file

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def with_file(name: str = "scan.log", scan: str | None = None) -> tuple[Desk, str, str]:
    """A request with one file, and what the scanner said before it was sent."""
    desk = make_desk()
    key = send_file(desk.author, name=name, scan=scan)
    return desk, open_one(desk.author, files=[key]).id, key


def scanned(key: str, result: str) -> bool:
    return note_scan(settings().bucket, key, "etag", result, NOON)


@pytest.mark.usefixtures("cloud")
def test_a_file_waits_in_quarantine_until_the_scan_has_spoken() -> None:
    """REQ-4."""
    desk, ticket_id, key = with_file()
    for who in (desk.author, desk.agent):
        with pytest.raises(FilePending):
            download(who, ticket_id, key, NOON)
    assert scanned(key, "NO_THREATS_FOUND")
    assert view_ticket(desk.author, ticket_id).messages[0].files[0].scan == "clean"
    for who in (desk.author, desk.agent):
        found = urllib3.request("GET", download(who, ticket_id, key, NOON).url)
        assert found.data == b"scan stopped"


@pytest.mark.usefixtures("cloud")
def test_a_download_is_never_shown_and_keeps_its_name() -> None:
    """REQ-4, design: attachment, octet-stream, minutes."""
    desk, ticket_id, key = with_file('Übersicht "März".html', "NO_THREATS_FOUND")
    offered = download(desk.author, ticket_id, key, NOON)
    assert offered.expires_at == NOON + timedelta(minutes=5)
    assert not offered.warning
    assert parse_qs(urlsplit(offered.url).query)["X-Amz-Expires"] == ["300"]
    answer = urllib3.request("GET", offered.url)
    assert answer.headers["Content-Type"] == "application/octet-stream"
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith('attachment; filename="_bersicht__M_rz_.html"')
    assert disposition.endswith("filename*=UTF-8''%C3%9Cbersicht%20%22M%C3%A4rz%22.html")


@pytest.mark.usefixtures("cloud")
def test_an_infected_file_is_nobodys() -> None:
    """REQ-4: whatever a later scan says."""
    desk, ticket_id, key = with_file()
    assert scanned(key, "THREATS_FOUND")
    assert not scanned(key, "NO_THREATS_FOUND")
    for who in (desk.author, desk.agent):
        with pytest.raises(FileInfected):
            download(who, ticket_id, key, NOON)


@pytest.mark.usefixtures("cloud")
def test_what_could_not_be_scanned_is_for_staff_with_a_warning() -> None:
    """REQ-4, STF-7."""
    desk, ticket_id, key = with_file(scan="UNSUPPORTED")
    with pytest.raises(FileUnscannable):
        download(desk.author, ticket_id, key, NOON)
    assert download(desk.agent, ticket_id, key, NOON).warning


@pytest.mark.usefixtures("cloud")
def test_the_scans_word_may_come_before_the_message_and_again() -> None:
    """SCH-4: events come at any time, twice, or about what is not ours."""
    desk, ticket_id, key = with_file(scan="NO_THREATS_FOUND")
    assert view_ticket(desk.author, ticket_id).messages[0].files[0].scan == "clean"
    assert not scanned(key, "NO_THREATS_FOUND")
    assert not scanned("no-such-key", "NO_THREATS_FOUND")
    assert not note_scan("another-bucket", key, "etag", "THREATS_FOUND", NOON)


def test_the_scanner_of_the_local_cloud_finds_its_test_file(cloud: Cloud) -> None:
    """REQ-4: through the handler that the cloud calls."""
    desk = make_desk()
    bad = send_file(desk.author, EICAR, "invoice.exe", scan=None)
    good = send_file(desk.author, b"fine", "fine.log", scan=None)
    opened = open_one(desk.author, files=[bad, good])
    cloud.run_jobs()
    (message,) = view_ticket(desk.author, opened.id).messages
    assert {file.id: file.scan for file in message.files} == {bad: "infected", good: "clean"}


@pytest.mark.usefixtures("cloud")
def test_nobody_else_downloads() -> None:
    """Invariant 1: a foreign request, a foreign file and none are the same; nor files of notes."""
    desk, ticket_id, key = with_file(scan="NO_THREATS_FOUND")
    other = open_one(desk.author)
    for who, ticket, file in (
        (colleague(desk), ticket_id, key),
        (stranger(), ticket_id, key),
        (desk.author, other.id, key),
        (desk.author, ticket_id, "no-such-file"),
    ):
        with pytest.raises(NotFound):
            download(who, ticket, file, NOON)
    note = send_file(desk.agent)
    say(desk.agent, ticket_id, "note", text="Look.", files=[note])
    with pytest.raises(NotFound):
        download(desk.author, ticket_id, note, NOON)
    assert download(desk.agent, ticket_id, note, NOON).url


@pytest.mark.usefixtures("cloud")
def test_what_nobody_went_on_with_is_given_up_after_a_day() -> None:
    """SCH-1: half files and whole ones, but none that a message has."""
    desk = make_desk()
    half = start_upload(desk.author, announce(10), NOON, anew())
    put_part(desk.author, half.uploadId, half.key, 1, b"0123456789")
    whole, sent = send_file(desk.author), send_file(desk.author)
    opened = open_one(desk.author, files=[sent])
    assert abort_stale_uploads(NOON + DAY - timedelta(seconds=1)) == 0
    assert abort_stale_uploads(NOON + DAY) == 2
    assert abort_stale_uploads(NOON + DAY) == 0
    assert list_uploads(desk.author).items == []
    with pytest.raises(files.NotThere):
        files.list_parts(half.key, half.uploadId)
    with pytest.raises(files.NotThere):
        files.find_object(whole)
    assert download(desk.author, opened.id, sent, NOON + DAY).url
