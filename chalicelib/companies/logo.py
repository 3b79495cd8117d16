"""A company's logo (COM-7): kept beside the company's head, a few KB at most."""

import base64
import binascii
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies.pictures import FIELD, redrawn
from chalicelib.companies.schemas import LogoOut, LogoSet, SetLogo
from chalicelib.companies.store import logos as store

PNG = "image/png"


def set_logo(actor: Actor, data: SetLogo, now: datetime, operation: Operation) -> LogoSet:
    """Draw the picture anew and keep it. Raises Invalid as pictures.py says."""
    content = redrawn(_bytes_of(data.content_base64))
    version = ids.ulid(now)
    change = Transaction(operation, now)
    store.set_logo(change, actor.company_id, version, content)
    record(change, actor, "company.logo_set", actor.company_id, now)
    answer = LogoSet(version=version)
    change.commit(answer.model_dump(mode="json"))
    return answer


def drop_logo(actor: Actor, now: datetime, operation: Operation) -> None:
    """Show the name alone again; NotFound when there is no logo."""
    if not actor.company_logo:
        raise NotFound
    change = Transaction(operation, now)
    store.drop_logo(change, actor.company_id, lost=NotFound())
    record(change, actor, "company.logo_dropped", actor.company_id, now)
    change.commit({})


def show_logo(actor: Actor) -> LogoOut:
    """The picture; NotFound when there is none. One read."""
    logo = store.find_logo(actor.company_id)
    if logo is None:
        raise NotFound
    content = base64.b64encode(logo.content).decode()
    return LogoOut(version=logo.version, content_type=PNG, content_base64=content)


def _bytes_of(content: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        raise Invalid(FieldError(FIELD, "logo_damaged")) from None
