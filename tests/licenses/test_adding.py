"""LIC-1 to LIC-3: adding a license by code or key file, and every reason why not."""

import base64
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from chalicelib.aws.transactions import Repeated
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import Invalid, KontorError
from chalicelib.base.operation import Operation
from chalicelib.licenses.adding import add_license
from chalicelib.licenses.model.license import ClaimState, Status
from chalicelib.licenses.schemas.licenses import AddLicense, KeyFileIn, LicenseOut
from chalicelib.licenses.service import holder
from tests.builders import actor_for, make_catalog, make_colleague, make_license, make_person
from tests.licenses.builders import NOON
from tests.licenses.claiming import good_key_file, refuse_claim
from tests.mailbox import letters_to

pytestmark = pytest.mark.usefixtures("cloud")
CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
ELSEWHERE = "else@suedwerk.example"


def owner(email: str = "mara.lind@nordwerk.example") -> Actor:
    return actor_for(make_person(NOON, email=email), NOON)


def add(actor: Actor, code: str = CODE, key: str = "one") -> LicenseOut:
    operation = Operation.of(actor.account_id, key, code.encode())
    return add_license(actor, AddLicense(activation_code=code), NOON, operation)


def upload(actor: Actor, content: bytes, key: str = "one") -> LicenseOut:
    file = KeyFileIn(name="F1E0C0F5.key", content_base64=base64.b64encode(content).decode())
    return add_license(actor, AddLicense(key_file=file), NOON, Operation.of(actor.account_id, key))


def test_a_license_is_added_by_its_code() -> None:
    """LIC-1."""
    make_catalog(NOON)
    license_ = make_license()
    added = add(owner(), " 7f3kq 9xdm2 b8wz4 rt6yh ")
    assert (added.id, added.public_id) == (license_.pk, license_.public_id)
    assert (added.product_name, added.status) == ("Halbton Guard Business", Status.ACTIVE)
    assert (added.claim, added.added_at) == (ClaimState.ACTIVE, NOON)


def test_the_answer_holds_no_code_because_answers_are_kept() -> None:
    """LIC-0."""
    make_license()
    assert add(owner()).code == "7F3KQ-•••••-•••••-•••••"


def test_a_license_is_added_by_its_key_file() -> None:
    """LIC-1."""
    us, license_ = owner(), make_license()
    assert upload(us, good_key_file(license_)).id == license_.pk
    assert holder(license_.pk) == us.company_id


def test_the_owner_gets_a_letter_whoever_added_it() -> None:
    """NOT-1, in the owner's language."""
    make_catalog(NOON)
    person = make_person(NOON, language="de")
    colleague = make_colleague(person, NOON, Right.MANAGE_LICENSES)
    license_ = make_license(product_ids="vault-server")
    add(actor_for(colleague, NOON))
    (letter,) = letters_to(person.email, "license_added")
    assert letter.language == "de"
    assert letter.params["product"] == "Halbton Vault für Server"
    assert letter.params["public_id"] == license_.public_id


def test_whoever_manages_licenses_gets_the_letter_too() -> None:
    """NOT-1: the owner and those with the right, each once; nobody else."""
    make_catalog(NOON)
    person = make_person(NOON)
    colleague = make_colleague(person, NOON, Right.MANAGE_LICENSES)
    make_colleague(person, NOON, Right.MANAGE_USERS, email="una@nordwerk.example")
    make_license()
    add(actor_for(person, NOON))
    for email in (person.email, colleague.email):
        assert len(letters_to(email, "license_added")) == 1
    assert letters_to("una@nordwerk.example", "license_added") == []


def test_a_license_that_needs_checking_waits_and_says_so() -> None:
    """LIC-3."""
    person = make_person(NOON)
    make_license(needs_check="yes")
    added = add(actor_for(person, NOON))
    assert (added.claim, added.key_file_name) == (ClaimState.PENDING, None)
    assert letters_to(person.email, "license_added") == []


def test_a_repeat_gets_the_first_answer() -> None:
    make_license()
    us = owner()
    first = add(us)
    with pytest.raises(KontorError):
        add(us)
    # The refusal makes the entry point look, and there is the first answer.
    from chalicelib.aws.operations import find_done
    from chalicelib.aws.transactions import raise_repeated

    operation = Operation.of(us.account_id, "one", CODE.encode())
    with pytest.raises(Repeated) as repeated:
        raise_repeated(operation, find_done(operation))
    assert LicenseOut.model_validate_json(first.model_dump_json()) == first
    assert repeated.value.answer == first.model_dump(mode="json")


def test_of_many_at_once_one_company_gets_the_license() -> None:
    """Invariant 5, through a race."""
    license_ = make_license()
    actors = [owner(f"person{number}@werk{number}.example") for number in range(6)]
    outcomes = race(actors)
    winners = [outcome for outcome in outcomes if outcome != "license_elsewhere"]
    assert winners == [holder(license_.pk)]


def test_of_two_tabs_of_one_company_one_adds_it() -> None:
    license_ = make_license()
    us = owner()
    outcomes = race([us] * 4)
    assert sorted(outcomes) == sorted([us.company_id, *["license_already_here"] * 3])
    assert holder(license_.pk) == us.company_id


def race(actors: Sequence[Actor]) -> list[str]:
    """All add the license at once; answers who got it, and everybody else's refusal."""

    def attempt(place: int, actor: Actor) -> str:
        try:
            add(actor, key=f"tab {place}")
        except Invalid as refused:
            return refused.fields[0].code
        return actor.company_id

    with ThreadPoolExecutor(len(actors)) as pool:
        return list(pool.map(attempt, range(len(actors)), actors))


def test_a_refused_claim_can_be_tried_again_later() -> None:
    """LIC-3."""
    license_ = make_license(needs_check="yes")
    add(owner())
    refuse_claim(license_.pk)
    them = owner(ELSEWHERE)
    later = NOON + timedelta(days=1)
    operation = Operation.of(them.account_id, "later")
    added = add_license(them, AddLicense(activation_code=CODE), later, operation)
    assert added.claim == ClaimState.PENDING
    assert holder(license_.pk) == them.company_id
