"""From the promise to the recipient's mailbox, with the jobs as the cloud runs them."""

from chalicelib.aws import ses
from chalicelib.aws.transactions import Transaction
from chalicelib.base.operation import Operation
from chalicelib.mail.model import Letter, LetterState
from chalicelib.mail.service import Recipient, post
from local import provision
from local.mail.letter import Letter as Arrived
from local.testing import Cloud
from local.waiting import until
from tests.mail.letters import NOW, PARAMS

ANSWERS = ("ticket_registered", "ticket_answer")


def _promise(template: str) -> None:
    change = Transaction(Operation.of("test", template), NOW)
    to = Recipient("juergen@example.com", "de", "Jürgen Groß")
    post(change, to, template, PARAMS[template], NOW, thread="01KB")
    change.commit()


def _arrived(cloud: Cloud) -> list[Arrived]:
    found = [cloud.mails.read(summary.id) for summary in cloud.mails.newest("juergen@")]
    return [letter for letter in found if letter]


def test_promised_letters_arrive_whole_and_in_one_thread(cloud: Cloud) -> None:
    """NOT-2, NOT-3"""
    ses.forget_client()
    provision.allow_sender()
    for template in ANSWERS:
        _promise(template)
    cloud.run_jobs()
    until(lambda: len(_arrived(cloud)) == len(ANSWERS))
    letters = {letter.summary.subject: letter for letter in _arrived(cloud)}
    asked = letters["[261122-7F3KQ9] Ihre Anfrage ist registriert: Printer & <b>ink</b>"]
    assert "vielen Dank für Ihre Anfrage" in asked.text
    assert "Printer &amp; &lt;b&gt;ink&lt;/b&gt;" in asked.html
    headers = [dict(letter.headers) for letter in letters.values()]
    assert {header["References"] for header in headers} == {"<01KB@mueller.example>"}
    assert len({header["Message-ID"] for header in headers}) == len(ANSWERS)
    assert {letter.state for letter in Letter.scan()} == {LetterState.SENT}
