"""One file that several want to complete, take, give up or judge at the same moment."""

from collections.abc import Iterator

from chalicelib.base import clock
from chalicelib.tickets import jobs as tickets
from chalicelib.tickets.service import uploading
from local.testing import Cloud
from tests.checks.full import let_pass
from tests.proof.operation import Outcome, Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED, scan_of
from tests.proof.operations.requests import file_of
from tests.proof.operations.uploads import SIDES, Sender, completing, sender, started
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, both, once, one_wins, refused_clearly
from tests.proof.races.requests import Talk, replying, talk
from tests.tickets.builders import open_one
from tests.tickets.files import send_file

Two = tuple[Act, Act]
PATH = SIDES["customer"]


def _sweeping() -> Act:
    return once(by_job(tickets.abort_stale_uploads, SCHEDULED))


def _author(t: Talk) -> Sender:
    return Sender(t.at.author, t.author, PATH)


def _giving_up(who: Sender) -> Perform:
    """The one upload of this person is given up."""
    (upload,) = uploading.list_uploads(who.actor).items
    path = f"{PATH}/{upload.uploadId}?key={upload.key}"
    return by_route(who.browser, "DELETE", path)


def _complete_twice(_cloud: Cloud) -> Two:
    complete = completing(sender("customer"))
    return once(complete), once(complete)


def _complete_and_give_up(_cloud: Cloud) -> Two:
    who = sender("customer")
    complete = completing(who)
    return once(complete), once(_giving_up(who))


def _complete_and_sweep(_cloud: Cloud) -> Two:
    who = sender("customer")
    complete = completing(who)
    let_pass(hours=25)
    return once(complete), _sweeping()


def _attach_twice(_cloud: Cloud) -> Two:
    t = talk()
    key = file_of(t.at)
    other = Talk(t.at, open_one(t.at.author, clock.now()).id, t.author, t.agent)
    return replying(t, key), replying(other, key)


def _attach_and_give_up(_cloud: Cloud) -> Two:
    t = talk()
    key = file_of(t.at)
    return replying(t, key), once(_giving_up(_author(t)))


def _attach_and_sweep(_cloud: Cloud) -> Two:
    t = talk()
    key = file_of(t.at)
    let_pass(hours=25)
    return replying(t, key), _sweeping()


def _attach_and_scan(_cloud: Cloud) -> Two:
    t = talk()
    key = send_file(t.at.author, now=clock.now(), scan=None)
    return replying(t, key), once(by_job(tickets.note_scan, scan_of(key)))


def _scanned_twice(_cloud: Cloud) -> Two:
    t = talk()
    key = send_file(t.at.author, now=clock.now(), scan=None)
    open_one(t.at.author, clock.now(), files=[key])
    scan = by_job(tickets.note_scan, scan_of(key))
    return once(scan), once(scan)


def _swept_twice(_cloud: Cloud) -> Two:
    started(sender("customer"))
    let_pass(hours=25)
    return _sweeping(), _sweeping()


def _given_up_twice(_cloud: Cloud) -> Two:
    who = sender("customer")
    started(who)
    give_up = _giving_up(who)
    return once(give_up), once(give_up)


def _given_up_as_swept(_cloud: Cloud) -> Two:
    who = sender("customer")
    started(who)
    let_pass(hours=25)
    return once(_giving_up(who)), _sweeping()


def _kept_or_not_there(first: Outcome, second: Outcome) -> Iterator[str]:
    """Completing goes through, or finds the file gone; giving up goes through in any case."""
    if second.status != 200:
        yield f"giving up is answered {second}"
    if first.status != 200:
        yield from refused_clearly(first, "not_found")


def _taken_or_gone(first: Outcome, second: Outcome) -> Iterator[str]:
    """A message takes the file, or it is given up; never both."""
    if (first.status == 201) == (second.status == 200):
        yield f"not one of two had the file: {first}, {second}"
    if first.status != 201:
        yield from refused_clearly(first, "file_unknown")
    if second.status != 200:
        yield from refused_clearly(second, "upload_over")


def _taken_before_the_sweep(first: Outcome, second: Outcome) -> Iterator[str]:
    """The job does its work whatever happens; the message has the file or is told."""
    if second.status != 200:
        yield f"the job ended with {second}"
    if first.status != 201:
        yield from refused_clearly(first, "file_unknown")


def _gone_for_both(first: Outcome, second: Outcome) -> Iterator[str]:
    """What two give up is given up; who comes late may find nothing any more."""
    if 200 not in {first.status, second.status}:
        yield f"nobody gave it up: {first}, {second}"
    for late in (first, second):
        if late.status != 200:
            yield from refused_clearly(late, "not_found")


FILES = (
    Race("complete a file twice", _complete_twice, both(200, 200)),
    Race("complete a file and give it up", _complete_and_give_up, _kept_or_not_there),
    Race("complete a file as the job sweeps", _complete_and_sweep, _kept_or_not_there),
    Race("attach a file to two messages", _attach_twice, one_wins(201, "file_unknown")),
    Race("attach a file and give it up", _attach_and_give_up, _taken_or_gone),
    Race("attach a file as the job sweeps", _attach_and_sweep, _taken_before_the_sweep),
    Race("attach a file as its scan speaks", _attach_and_scan, both(201, 200)),
    Race("one scan told twice", _scanned_twice, both(200, 200)),
    Race("two jobs sweep", _swept_twice, both(200, 200)),
    Race("give a file up twice", _given_up_twice, _gone_for_both),
    Race("give a file up as the job sweeps", _given_up_as_swept, _kept_or_not_there),
)
