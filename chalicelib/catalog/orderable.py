"""What orders may name of the catalog: products, and partners who sold them (LIC-16, LIC-18)."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from chalicelib.catalog import rules, service, store
from chalicelib.catalog.model import Partner


class Orderable:
    """Products by id, retired ones too; partners by id or whole name, whatever their standing.

    Who sold a license is a fact: those who were authorised then, and those who never were.
    """

    def __init__(self, products: Collection[str], partners: Sequence[Partner] = ()) -> None:
        self._products = frozenset(products)
        self._names = rules.PartnerNames(partners)

    def refusals(self, products: Sequence[str], partner: str | None) -> Iterator[tuple[str, str]]:
        """The column and the reason of each that no order can name."""
        if not self._products.issuperset(products):
            yield "product_ids", "product_unknown"
        if reason := self.refusal_of_partner(partner):
            yield "partner", reason

    def refusal_of_partner(self, partner: str | None) -> str | None:
        """`partner_unknown`, or `partner_ambiguous` where several have the name, or None."""
        found = self._names.find(partner) if partner else []
        if partner is None or len(found) == 1:
            return None
        return "partner_ambiguous" if found else "partner_unknown"

    def partner_id(self, partner: str | None) -> str | None:
        """The id to keep, which no new name changes; None where nobody is named."""
        return self._names.find(partner)[0].id if partner else None


def orderable(now: datetime) -> Orderable:
    """As the catalog is now, or was a minute ago."""
    return Orderable(service.product_ids(now), store.find_partners(now))
