"""The developers' pages show what a developer needs, and open nothing to others."""

import json
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyotp
import pytest

from chalicelib.base import clock
from local.clock import Offset
from local.dev.pages import Developers
from local.mail.sink import Sink
from local.stack import Stack
from local.testing import SECRET
from local.waiting import free_port
from tests.local.talk import header, request
from tests.local.test_mail_sink import mail

TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
DEMO = {
    "whole": True,
    "logins": [
        {
            "side": "staff",
            "name": "Grace <Okafor>",
            "email": "grace@halbton.example",
            "password": "Kranich-Flug-88!",
            "note": "",
            "totp_secret": TOTP,
        }
    ],
    "samples": [{"outcome": "good", "code": "FRESH-DEMO2-SAMPL-00001"}],
}


@dataclass
class Dev:
    """The pages, and the folder they show."""

    pages: Developers
    sink: Sink
    folder: Path

    def get(self, path: str) -> str:
        response = self.pages.answer(request("GET", path))
        assert response.status == 200, path
        return response.body.decode()

    def send(self) -> str:
        """A mail, by its id."""
        with smtplib.SMTP("127.0.0.1", self.sink.port) as connection:
            connection.send_message(mail(), "portal@kontor.example", ["ann@example.com"])
        return next(self.sink.box.newest()).id


@pytest.fixture
def dev(tmp_path: Path) -> Iterator[Dev]:
    (tmp_path / "demo.json").write_text(json.dumps(DEMO))
    stack = Stack(tmp_path, 8000, 8001, 8002, free_port(), 8025, SECRET)
    with Sink(stack.mails, free_port()) as sink:
        yield Dev(Developers(stack, Offset(stack.clock_file)), sink, tmp_path)


def test_the_overview_shows_people_codes_time_and_mails(dev: Dev) -> None:
    dev.send()
    page = dev.get("/dev")
    assert "Grace &lt;Okafor&gt;" in page
    assert "FRESH-DEMO2-SAMPL-00001" in page
    assert "Grüße, 日本" in page
    state = json.loads(dev.get("/dev/api/state"))
    code = state["codes"]["by_email"]["grace@halbton.example"]
    assert pyotp.TOTP(TOTP).verify(code, for_time=clock.now(), valid_window=1)


def test_a_mail_is_shown_in_every_form(dev: Dev) -> None:
    name = dev.send()
    assert "ann@example.com" in dev.get("/dev/mails?to=ann")
    assert "No mail to" in dev.get("/dev/mails?to=nobody")
    page = dev.get(f"/dev/mails/{name}")
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in page
    assert 'href="https://kontor.example/activate#abc.def"' in page
    assert dev.get(f"/dev/mails/{name}/html").startswith('<base target="_blank">')
    assert dev.get(f"/dev/mails/{name}/raw").startswith("Delivered-To: ann@example.com")
    assert dev.pages.answer(request("GET", f"/dev/mails/{name}/attachments/0")).status == 200
    (told,) = json.loads(dev.get("/dev/api/mails?to=ann%40example"))["items"]
    assert told["links"] == ["https://kontor.example/activate#abc.def"]
    assert json.loads(dev.get(f"/dev/api/mails/{name}"))["subject"] == told["subject"]


def test_a_mail_s_html_can_run_nothing(dev: Dev) -> None:
    response = dev.pages.answer(request("GET", f"/dev/mails/{dev.send()}/html"))
    policy = header(response, "content-security-policy")
    assert "default-src 'none'" in policy
    assert "sandbox allow-popups" in policy
    assert "script-src" not in policy


def test_the_clock_moves_by_a_button(dev: Dev) -> None:
    pressed = request("POST", "/dev/clock", b"by=7d", origin="http://localhost:8000")
    response = dev.pages.answer(pressed)
    assert (response.status, header(response, "location")) == (303, "/dev")
    assert json.loads(dev.get("/dev/api/state"))["ahead_seconds"] == 7 * 24 * 3600


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec_fetch_site": "cross-site"}]
)
def test_another_site_can_press_no_button(dev: Dev, headers: dict[str, str]) -> None:
    pressed = request("POST", "/dev/clock", b"by=7d", **headers)
    assert dev.pages.answer(pressed).status == 403
    assert json.loads(dev.get("/dev/api/state"))["ahead_seconds"] == 0


@pytest.mark.parametrize(
    "path", ["/dev/none", "/dev/mails/none", "/dev/static/../pages.py", "/dev/mails/x/none"]
)
def test_what_is_not_there_is_not_found(dev: Dev, path: str) -> None:
    assert dev.pages.answer(request("GET", path)).status == 404


def test_a_mail_can_be_said_to_have_come_back(dev: Dev) -> None:
    """NOT-3: by whoever develops; where no jobs run, nothing is told."""
    name = dev.send()
    assert "came back: no such mailbox" in dev.get(f"/dev/mails/{name}")
    asked = request("POST", f"/dev/mails/{name}", b"wish=no_mailbox")
    assert dev.pages.answer(asked).status == 303
    assert "The portal was told" in dev.get(f"/dev/mails/{name}?told=no_mailbox")
