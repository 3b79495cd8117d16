"""One operation, disturbed at each of its writes in each way, and done again.

    set the scene → do it, disturbed → do it again with the same key → let the jobs run → check

At the end everything must be as after an undisturbed run: the same answer, the same items, each
letter sent once, each action logged once.
"""

import logging
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from io import StringIO

from chalicelib.audit.model import Entry
from chalicelib.entry.log import logger
from chalicelib.mail.model import Letter, LetterState
from local.testing import Cloud, forget_deployment
from tests.builders import PASSWORD
from tests.checks.full import let_pass
from tests.checks.invariant import Violated
from tests.checks.store import Store, read_store
from tests.invariants import check_all
from tests.proof.faults import Disturbance, Fault, How, Killed
from tests.proof.likeness import Names, differences, likeness, names_in, plain
from tests.proof.operation import Operation, Outcome, Perform
from tests.proof.stage import Set, Stage
from tests.proof.wordings import SES_CALLS

PAUSE_MINUTES = 10
"""How much later the jobs run: a letter whose delivery was cut off is due again by then."""

STOPPED = frozenset({500, 503})
BUSY = 409


@dataclass
class Run:
    """What came of one run: the answers, all that is kept, and what SES was handed."""

    first: Outcome | None
    second: Outcome | None
    writes: list[str]
    before: Store
    store: Store
    handed_over: Counter[str]
    problems: list[str] = field(default_factory=list)

    @cached_property
    def likeness(self) -> Counter[str]:
        """What is kept, without what is drawn."""
        return likeness(self.store)

    @cached_property
    def names(self) -> Names:
        """What was drawn for licenses."""
        return names_in(self.store)

    @property
    def new_entries(self) -> Counter[str]:
        """The audit log's new entries, by their action."""
        return _entries(self.store) - _entries(self.before)

    @property
    def new_letters(self) -> Counter[str]:
        """The letters promised meanwhile, by their template."""
        return _letters(self.store) - _letters(self.before)


@contextmanager
def _logged() -> Iterator[StringIO]:
    """What the product logs meanwhile."""
    text = StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(logger.registered_formatter)
    logging.getLogger("kontor").addHandler(handler)
    try:
        yield text
    finally:
        logging.getLogger("kontor").removeHandler(handler)


def run(
    stage: Stage[Perform], operation: Operation, at: int = 0, fault: Fault | None = None
) -> Run:
    """One play of the operation's scene, from its beginning to its end."""
    with stage.play() as scene, _logged() as logs:
        return _run(scene, operation, Disturbance(at, fault), logs)


def _run(
    scene: Set[Perform], operation: Operation, disturbance: Disturbance, logs: StringIO
) -> Run:
    cloud, perform, before = scene.cloud, scene.made, scene.before
    key = str(uuid.uuid4())
    calm = Disturbance()
    first, second = None, None
    with disturbance.active():
        try:
            first = perform(key)
        except Killed:
            first = None
    if disturbance.fault is not None:
        forget_deployment()  # a new process knows nothing of what the one before had in memory
        with calm.active():
            second = perform(key)
    problems = [] if disturbance.struck or not disturbance.fault else ["was never reached"]
    with calm.active():
        settle(cloud)
    problems += [
        f"job {r['job']}: {r['failure']}" for r in cloud.worker.runs.as_json() if r["failure"]
    ]
    try:
        store = check_all(cloud, before, logs=logs.getvalue(), canaries=(PASSWORD,))
    except Violated as violated:
        problems += violated.found
        store = read_store(cloud)
    return Run(
        first,
        second,
        disturbance.writes,
        before,
        store,
        Counter(disturbance.handed_over + calm.handed_over),
        problems,
    )


def settle(cloud: Cloud) -> None:
    """Some minutes later, every object has been scanned and the jobs have nothing left to do."""
    let_pass(minutes=PAUSE_MINUTES)
    objects, _ = cloud.s3.holdings(cloud.bucket)
    for key in objects:
        # S3 announces them too, but when it comes to it.
        cloud.worker.object_created(cloud.bucket, key, "etag")
    cloud.run_jobs()


def _entries(store: Store) -> Counter[str]:
    return Counter(entry.action for entry in store.of(Entry))


def _letters(store: Store) -> Counter[str]:
    return Counter(letter.template for letter in store.of(Letter))


def judge_calm(operation: Operation, calm: Run) -> list[str]:
    """What an undisturbed run did that the registry does not say, or did not do."""
    found = list(calm.problems)
    answered = calm.first.status if calm.first else 0
    if answered != operation.status:
        found.append(f"answers {calm.first}, and not {operation.status}")
    if len(calm.writes) != operation.writes:
        found.append(f"makes the writes {calm.writes}, and not {operation.writes}")
    return (
        found
        + _judge_traces(operation, calm, times=1)
        + _judge_mail(operation, calm, may_repeat=False)
    )


def judge(operation: Operation, calm: Run, disturbed: Run, at: int, fault: Fault) -> list[str]:
    """What is not as it would be without the disturbance."""
    found = list(disturbed.problems) + _judge_answers(operation, calm, disturbed)
    found += _judge_mail(operation, disturbed, may_repeat=_may_send_twice(calm.writes, at, fault))
    if operation.logs_each:
        return found + _judge_traces(operation, disturbed, times=2)
    found += _judge_traces(operation, disturbed, times=1)
    return found + differences(calm.likeness, disturbed.likeness)


def _may_send_twice(writes: list[str], at: int, fault: Fault) -> bool:
    """SES is handed a letter at least once: twice, if what it said did not come to be noted."""
    if writes[at - 1] in SES_CALLS:
        return fault.how in {How.KILLED_AFTER, How.LOST}
    stays = fault.for_good or fault.how in {How.KILLED_BEFORE, How.KILLED_AFTER}
    return stays and any(call in SES_CALLS for call in writes[: at - 1])


def _judge_answers(operation: Operation, calm: Run, disturbed: Run) -> list[str]:
    first, second, right = disturbed.first, disturbed.second, calm.first
    assert right is not None
    assert second is not None
    found = []
    if first and first.status not in {right.status, BUSY, *STOPPED}:
        found.append(f"the disturbed answer is {first}")
    if second.status in operation.again:
        return found
    if second.status != right.status:
        found.append(f"the repeat is answered {second}, and not {right.status}")
    elif not operation.name.startswith("job "):
        if plain(second.text, disturbed.names) != plain(right.text, calm.names):
            found.append(f"the repeat is answered {second.text}, and not {right.text}")
        # "Somebody else was faster" has the status of many a right refusal, and says: once more.
        acknowledged = first and (first.status, first.refusal) == (right.status, right.refusal)
        if acknowledged and first and not operation.logs_each and second.text != first.text:
            found.append(f"the repeat is answered {second.text}, the first time {first.text}")
    return found


def _judge_traces(operation: Operation, run: Run, times: int) -> list[str]:
    """The audit entries and letters, each once: or, of what is logged each time, at most often."""
    found = []
    leaves, tells = Counter(operation.leaves), Counter(operation.tells)
    often = Counter({action: count * times for action, count in leaves.items()})
    if not leaves <= run.new_entries <= often:
        found.append(f"leaves the entries {dict(run.new_entries)}, and not {dict(leaves)}")
    if run.new_letters != tells:
        found.append(f"promises the letters {dict(run.new_letters)}, and not {dict(tells)}")
    return found


def _judge_mail(operation: Operation, run: Run, *, may_repeat: bool) -> list[str]:
    """Every letter reached SES, and once unless the fault was there; or ended as it should."""
    found = []
    sent_before = {
        letter.pk for letter in run.before.of(Letter) if letter.state == LetterState.SENT
    }
    for letter in run.store.of(Letter):
        if letter.pk in sent_before:
            continue
        handed = run.handed_over[letter.pk]
        if letter.state == operation.ends_as != LetterState.SENT:
            continue
        if letter.state != LetterState.SENT:
            found.append(f"letter {letter.template} is {letter.state} ({letter.error})")
        elif handed < 1 or (handed > 1 and not may_repeat):
            found.append(f"letter {letter.template} was handed to SES {handed} times")
    return found
