"""Mail goes into a folder, whole, and can be read there."""

import smtplib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from local.mail.box import Box
from local.mail.letter import Letter
from local.mail.sink import Sink
from local.testing import Cloud
from local.waiting import free_port, until

PICTURE = b"\x89PNG not really"


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[Sink]:
    with Sink(tmp_path, free_port()) as sink:
        yield sink


def mail(to: str = "ann@example.com", subject: str = "Grüße, 日本") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Kontor <portal@kontor.example>"
    message["To"] = to
    message["Subject"] = subject
    message.set_content("Hallo Ännchen,\n\nhttps://kontor.example/activate#abc.def\n")
    html = '<p>Hallo <a href="https://kontor.example/x">hier</a><img src="cid:logo"></p>'
    message.add_alternative(html, subtype="html")
    message.add_attachment(
        PICTURE, maintype="image", subtype="png", filename="logo.png", cid="<logo>"
    )
    return message


def send(sink: Sink, message: EmailMessage, *recipients: str) -> None:
    with smtplib.SMTP("127.0.0.1", sink.port) as connection:
        connection.send_message(message, "portal@kontor.example", list(recipients))


def only(box: Box) -> Letter:
    (summary,) = box.newest()
    letter = box.read(summary.id)
    assert letter is not None
    return letter


def test_a_mail_is_kept_with_both_texts_pictures_and_true_recipients(sink: Sink) -> None:
    """NOT-3"""
    send(sink, mail(), "ann@example.com", "hidden@example.com")
    letter = only(sink.box)
    assert letter.summary.subject == "Grüße, 日本"
    assert letter.summary.recipients == ("ann@example.com", "hidden@example.com")
    assert "Ännchen" in letter.text
    assert letter.links == ["https://kontor.example/activate#abc.def"]
    assert "data:image/png;base64," in letter.html
    assert [(part.name, part.data) for part in letter.attachments] == [("logo.png", PICTURE)]


def test_the_newest_mail_comes_first_and_recipients_can_be_searched(sink: Sink) -> None:
    for number in range(3):
        send(sink, mail(subject=f"number {number}"), f"person{number % 2}@example.com")
    assert [found.subject for found in sink.box.newest()] == ["number 2", "number 1", "number 0"]
    assert [found.subject for found in sink.box.newest("PERSON1")] == ["number 1"]
    newest = next(sink.box.newest())
    assert next(sink.box.newest(before=newest.id)).subject == "number 1"


def test_another_process_sees_what_was_delivered(sink: Sink, tmp_path: Path) -> None:
    other = Box(tmp_path)
    assert list(other.newest()) == []
    send(sink, mail(), "ann@example.com")
    assert len(list(other.newest())) == 1
    sink.box.clear()
    assert list(Box(tmp_path).newest()) == []


def test_no_other_file_can_be_read_as_a_mail(tmp_path: Path) -> None:
    (tmp_path / "secret.eml").write_text("Subject: secret\n\n")
    box = Box(tmp_path / "mails")
    assert box.raw("../secret") is None
    assert box.raw("missing") is None


def test_what_ses_takes_arrives_whole(cloud: Cloud) -> None:
    """NOT-2: also text outside ASCII, and an attachment."""
    from chalicelib.aws import ses, vendor

    message = mail()
    message.add_attachment(b"x" * 200_000, maintype="application", subtype="zip", filename="a")
    raw = message.as_bytes() + "\r\nÄ\r\n".encode()
    ses.send_raw(vendor.vendor().mail_from, "ann@example.com", raw)
    until(lambda: any(cloud.mails.newest()))
    letter = only(cloud.mails)
    assert letter.summary.recipients == ("ann@example.com",)
    assert letter.summary.subject == "Grüße, 日本"
    assert len(letter.attachments[-1].data) == 200_000


def test_ses_refuses_a_sender_it_does_not_know(cloud: Cloud) -> None:
    from chalicelib.aws import ses

    with pytest.raises(ses.NotSent, match="MessageRejected"):
        ses.send_raw("stranger@elsewhere.example", "ann@example.com", mail().as_bytes())
