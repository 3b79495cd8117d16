"""Somebody leaves, as tests let them."""

from chalicelib.accounts.model import Account
from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.entry.call import CUSTOMER_COOKIE
from local.testing import Cloud
from tests.builders import PASSWORD, make_cookie
from tests.checks.full import let_pass
from tests.client import Answer, Client
from tests.mailbox import letters_to, link_in

YES = {"confirm": True}


def browser_of(account: Account) -> Client:
    """A browser in which a customer is signed in."""
    return Client(cookies={CUSTOMER_COOKIE: make_cookie(account, clock.now())})


def deletion_token(account: Account) -> str:
    """The person asks, and gets the link."""
    answer = browser_of(account).post("/api/me/deletion", YES)
    assert answer.status == 202, answer.text
    return link_in(letters_to(account.email, "account_deletion")[-1])


def company_token(owner: Account) -> str:
    """The owner asks, and gets the link."""
    answer = browser_of(owner).post("/api/company/deletion", YES)
    assert answer.status == 202, answer.text
    return link_in(letters_to(owner.email, "company_deletion")[-1])


def leave(account: Account, password: str = PASSWORD) -> Answer:
    """The whole way out."""
    body = {"token": deletion_token(account), "password": password}
    return Client().post("/api/account-deletions", body)


def shut(owner: Account) -> Answer:
    """The whole way out for the company."""
    body = {"token": company_token(owner), "password": PASSWORD}
    return Client().post("/api/company-deletions", body)


def let_jobs_run(cloud: Cloud) -> None:
    """At once, and again when whatever was under way is over."""
    cloud.run_jobs()
    for _ in range(2):
        later = settings().late_seconds + 1
        let_pass(seconds=later)
        cloud.run_jobs()
