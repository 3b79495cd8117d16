"""What the form of a request offers."""

from datetime import datetime

from chalicelib.base.actor import Actor
from chalicelib.catalog.service import request_form
from chalicelib.licenses.service import active_products
from chalicelib.tickets.model.ticket import Severity
from chalicelib.tickets.schemas.form import GroupOut, TicketForm, TypeOut
from chalicelib.tickets.schemas.requests import Named


def ticket_form(actor: Actor, now: datetime) -> TicketForm:
    """Products of the company's active licenses, and the rest of the form (REQ-2, REQ-3).

    One query; a second one for the catalog, once a minute per process.
    """
    products = [product.product_id for product in active_products(actor.company_id, now)]
    form = request_form(products, actor.reads, now)
    return TicketForm(
        groups=[GroupOut.model_validate(group) for group in form["groups"]],
        operating_systems=[Named(**system) for system in form["operating_systems"]],
        types=[TypeOut.model_validate(type_) for type_ in form["types"]],
        severities=list(Severity),
        tips=form["tips"],
    )
