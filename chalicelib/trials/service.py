"""Trials (LIC-15): a license for some days, by mail, to whoever fills in the form.

The page says the same to everybody; what came of it stands in the mail. An address has one trial
of an application at a time, a company has a few of all; both are told from one another loosely.
"""

from datetime import date, datetime, timedelta

from chalicelib.accounts.throttling import from_source, throttle
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.aws.vendor import vendor
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.catalog.model import Application
from chalicelib.catalog.service import name_of, triable
from chalicelib.licenses.issuing import Draft, Facts, PublicIdTaken, draw_up, issue
from chalicelib.mail.service import Recipient, post
from chalicelib.trials import rules, store
from chalicelib.trials.errors import TrialTaken
from chalicelib.trials.schemas import TriableList, TriableOut, TrialAsked

ATTEMPTS = 5
TRIAL_LICENSE = "trial_license"
TRIAL_REFUSED = "trial_refused"


def list_triable(language: str, now: datetime) -> TriableList:
    """What can be tried, as the catalog has it."""
    return TriableList(
        items=[
            TriableOut(
                id=one.id,
                name=name_of(one.names, language),
                days=one.trial["days"],
                nodes=one.trial["nodes"],
            )
            for one in triable(now)
        ]
    )


def ask_trial(actor: Actor, data: TrialAsked, now: datetime, operation: Operation) -> None:
    """Promise a trial license by mail, or a mail that says why there is none now.

    Raises Invalid on `application_id` for what can't be tried or on an outdated consent, and
    TooManyAttempts by source or address.
    """
    _throttle(actor.address, data.email, now)
    wanted = next((one for one in triable(now) if one.id == data.application_id), None)
    if wanted is None:
        raise Invalid(FieldError("application_id", "not_a_choice"))
    _demand_current_consent(data)
    for _ in range(ATTEMPTS):
        try:
            return _decide(actor, data, wanted, now, operation)
        except (TrialTaken, PublicIdTaken):
            continue
    raise Conflict


def _throttle(source: str, email: str, now: datetime) -> None:
    limits, hour = settings(), timedelta(hours=1)
    throttle(from_source("trials", source), now, limits.trials_asked_per_hour_per_source, hour)
    throttle(f"trials to {_address(email)}", now, limits.trials_asked_per_hour, hour)


def _demand_current_consent(data: TrialAsked) -> None:
    asked = {"accept_terms": vendor().terms, "accept_privacy": vendor().privacy}
    given = {"accept_terms": data.accept_terms, "accept_privacy": data.accept_privacy}
    outdated = [name for name, document in asked.items() if given[name] != document["version"]]
    if outdated:
        raise Invalid(*(FieldError(name, "consent_outdated") for name in outdated))


def _address(email: str) -> str:
    limits = settings()
    return rules.plain_address(
        email,
        ignores_plus=bool(limits.trial_ignores_plus),
        dotless=limits.trial_dotless_domains.split(),
    )


def _decide(
    actor: Actor, data: TrialAsked, wanted: Application, now: datetime, operation: Operation
) -> None:
    address = _address(data.email)
    free = settings().free_mail_domains.split()
    company = rules.company_of(data.email, data.company_name, free)
    own, others = store.find(address, wanted.id, company)
    ends = rules.living_of(others.ends if others else {}, now.date())
    refused = rules.refusal(own, ends, settings().trials_per_company, now.date())
    to = Recipient(data.email, actor.reads, f"{data.first_name} {data.last_name}")
    # Signed in or not: it is asked for in the name that stands in the form.
    asker = Actor(name=to.name, address=actor.address)
    change = Transaction(operation, now)
    if refused:
        _refuse(change, asker, to, wanted, refused, now)
    else:
        draft = _draft(data, wanted, now)
        last_day = draft.license.expires_on
        store.put_trial(change, address, wanted.id, draft.license.pk, last_day, own)
        store.put_company(change, company, ends | {draft.license.pk: last_day.isoformat()}, others)
        _start(change, asker, to, wanted, draft, now)
    change.commit({})


def _draft(data: TrialAsked, wanted: Application, now: datetime) -> Draft:
    terms = wanted.trial
    facts = Facts(
        products=[terms["product_id"]],
        edition=terms["edition"],
        nodes=terms["nodes"],
        end_user=data.company_name,
        order_number=f"TRIAL-{now:%Y%m%d}",
        starts_on=now.date(),
        expires_on=now.date() + timedelta(days=terms["days"] - 1),
        trial=True,
    )
    return draw_up(facts, now)


def _start(
    change: Transaction,
    asker: Actor,
    to: Recipient,
    wanted: Application,
    draft: Draft,
    now: datetime,
) -> None:
    license_ = draft.license
    issue(change, draft)
    params = {
        "application": name_of(wanted.names, to.language),
        "public_id": license_.public_id,
        "expires_on": license_.expires_on.isoformat(),
        "nodes": int(license_.nodes),
        "key_file_only": bool(wanted.key_file_only),
    }
    enclosed = {"feature": "licenses", "what": "code_and_key_files", "license_id": license_.pk}
    post(change, to, TRIAL_LICENSE, params, now, enclose=enclosed)
    details = {"application": wanted.id, "public_id": license_.public_id}
    record(change, asker, "trial.started", license_.pk, now, details=details)


def _refuse(
    change: Transaction,
    asker: Actor,
    to: Recipient,
    wanted: Application,
    refused: tuple[str, date],
    now: datetime,
) -> None:
    reason, until = refused
    params = {
        "application": name_of(wanted.names, to.language),
        "reason": reason,
        "again_on": (until + timedelta(days=1)).isoformat(),
    }
    post(change, to, TRIAL_REFUSED, params, now)
    details = {"application": wanted.id, "reason": reason}
    record(change, asker, "trial.refused", wanted.sk, now, details=details)
