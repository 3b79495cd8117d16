"""COM-10: what asking, telling and looking cost, however many people the company has."""

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.recoveries import evidence, showing, telling
from chalicelib.recoveries.schemas import RecoveryQuery
from local.testing import Cloud
from tests.builders import actor_for, make_colleague
from tests.capacity import counted
from tests.invariants import check_all
from tests.mailbox import letters_to
from tests.recoveries.asking import OWNER, asked, stranded

MANY = 45


def test_everybody_with_a_right_is_told_however_many_they_are(cloud: Cloud) -> None:
    """COM-10: some at a time, each once; who has no right costs nothing."""
    at = stranded()
    for number in range(MANY):
        email = f"holder{number}@nordwerk.example"
        make_colleague(at.owner, clock.now(), Right.MANAGE_LICENSES, email=email)
        make_colleague(at.owner, clock.now(), email=f"plain{number}@nordwerk.example")
    recovery_id = asked(at.jonas)
    with counted() as costs:
        assert telling.go_on(recovery_id, clock.now())
    rounds = -(-(MANY + 2) // settings().recovery_letters)
    assert costs.calls.count("TransactWriteItems") == rounds
    assert costs.calls.count("Query") == rounds
    told = [f"holder{number}@nordwerk.example" for number in range(MANY)]
    assert all(len(letters_to(email, "recovery_told")) == 1 for email in (*told, OWNER))
    assert not letters_to("plain0@nordwerk.example", "recovery_told")
    check_all(cloud)


def test_looking_costs_a_handful_of_reads(cloud: Cloud) -> None:
    """STF-8: the list one query and the names; the evidence two round trips and the file's."""
    at = stranded()
    recovery_id = asked(at.jonas)
    now = clock.now()
    keeper = actor_for(at.jonas, now)
    with counted() as costs:
        assert len(showing.list_open(RecoveryQuery(), now).items) == 1
    assert sorted(costs.calls) == ["BatchGetItem", "Query"]
    with counted() as costs:
        evidence.evidence_of(keeper, recovery_id, now)
    # The catalog, which names the product, is read once a minute.
    assert sorted(costs.calls)[:3] == ["BatchGetItem", "GetItem", "Query"]
    assert len(costs.calls) <= 4
    holder = actor_for(at.manager, now)
    with counted() as costs:
        assert showing.of_company(holder).recovery is not None
    assert sorted(costs.calls) == ["BatchGetItem", "GetItem"]
