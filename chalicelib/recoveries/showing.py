"""A recovery as who asked sees it, as the company's people do, and as staff do (COM-10)."""

from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.aws.tables import Key
from chalicelib.base.actor import Actor
from chalicelib.companies.model import Company
from chalicelib.companies.store import companies
from chalicelib.recoveries import store
from chalicelib.recoveries.model import Recovery, RecoveryState
from chalicelib.recoveries.rules import is_open, may_object, may_see
from chalicelib.recoveries.schemas import (
    CompanyRecoveries,
    CompanyRecovery,
    OwnRecoveries,
    OwnRecovery,
    RecoveryPage,
    RecoveryQuery,
    RecoveryRow,
)

LOOKED_AT = 50


def own(actor: Actor) -> OwnRecoveries:
    """What the actor asked for: what is open, else the newest. One query, one read."""
    mine = store.asked_by(actor.account_id, LOOKED_AT)
    newest = next((one for one in mine if is_open(one)), mine[0] if mine else None)
    return OwnRecoveries(recovery=_own(newest) if newest else None)


def _own(recovery: Recovery) -> OwnRecovery:
    return OwnRecovery(
        id=recovery.pk,
        state=RecoveryState(recovery.state),
        license_public_id=recovery.license_public_id,
        file_name=recovery.file_name,
        asked_at=recovery.asked_at,
        ends_at=recovery.ends_at,
        ended_at=recovery.ended_at,
        reason=recovery.reason if recovery.state == RecoveryState.REFUSED else None,
    )


def of_company(actor: Actor) -> CompanyRecoveries:
    """The open one of the actor's company, for who may see it; no read where none is open."""
    recovery = store.find(actor.recovery_id) if actor.recovery_id else None
    if recovery is None or not is_open(recovery) or not may_see(actor, recovery):
        return CompanyRecoveries(recovery=None)
    asker, objection = companies.read(
        [
            accounts.account_key(recovery.asker_id),
            store.objection_key(recovery.pk, actor.account_id),
        ]
    )
    return CompanyRecoveries(
        recovery=CompanyRecovery(
            id=recovery.pk,
            asked_by=asker.name if asker else "",
            asked_by_email=asker.email if asker else "",
            mine=recovery.asker_id == actor.account_id,
            outside=recovery.outside,
            license_public_id=recovery.license_public_id,
            asked_at=recovery.asked_at,
            ends_at=recovery.ends_at,
            objected=objection is not None,
            may_object=objection is None and may_object(actor, recovery),
        )
    )


def list_open(query: RecoveryQuery, now: datetime) -> RecoveryPage:
    """Those that staff have to decide. One query, one read of the names."""
    page = store.open_recoveries(query.cursor)
    keys: list[Key] = []
    for one in page.items:
        keys += [companies.company_key(one.company_id), accounts.account_key(one.asker_id)]
    found = companies.read(keys) if keys else []
    items = [
        _row(one, found[2 * place], found[2 * place + 1], now)
        for place, one in enumerate(page.items)
    ]
    return RecoveryPage(items=items, next_cursor=page.next_cursor)


def _row(
    recovery: Recovery, company: Company | None, asker: Account | None, now: datetime
) -> RecoveryRow:
    return RecoveryRow(
        id=recovery.pk,
        company_id=recovery.company_id,
        company_name=company.name if company else "",
        asked_by=asker.name if asker else "",
        asked_at=recovery.asked_at,
        ends_at=recovery.ends_at,
        ready=now >= recovery.ends_at,
        objections=int(recovery.objections),
        owner_objected=recovery.owner_objected,
    )
