"""The rules of the catalog and of orders, whatever the catalog and the order hold."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from chalicelib.catalog import rules
from chalicelib.catalog.choosing import Choice
from chalicelib.catalog.model import Catalog, Group, Partner, Standing
from chalicelib.licenses.model.license import License
from chalicelib.orders import rules as orders
from chalicelib.orders.model import OrderLine, What, Withdrawal
from tests.proof.fuzz.drawing import days, fuzzed, licenses, moments

slugs = st.sampled_from(["a", "b", "c"])
names = st.dictionaries(st.sampled_from(["en", "de", "fr"]), st.text(max_size=10), max_size=2)
texts = st.text(max_size=20)


@st.composite
def products(draw: Callable[[Any], Any]) -> dict[str, Any]:
    """A product with versions, some of them retired."""
    versions = draw(st.lists(st.tuples(slugs, st.booleans()), max_size=3, unique_by=lambda v: v[0]))
    return {
        "id": draw(slugs),
        "names": draw(names),
        "versions": [
            {"id": one, "name": one, "newer_patch": None, "retired": over} for one, over in versions
        ],
    }


some_products = st.lists(products(), max_size=3, unique_by=lambda one: one["id"])


@st.composite
def catalogs(draw: Callable[[Any], Any]) -> Catalog:
    """One group of products, a system and a type."""
    kind = {"id": "t", "names": draw(names), "subtypes": [{"id": "s", "names": draw(names)}]}
    group = Group(sk="group#g", names=draw(names), products=draw(some_products))
    systems: Any = [{"id": "o", "name": "OS"}]
    types: Any = [kind]
    return Catalog([group], systems, types, {"en": ["Say what happened."]})


def _choice(product: str, version: str, system: str = "o", kind: str = "t") -> Choice:
    return Choice(
        product_id=product, version_id=version, os_id=system, type_id=kind, subtype_id="s"
    )


@fuzzed(catalogs(), st.lists(slugs, max_size=3), st.sampled_from(["en", "de", "xx"]))
def test_the_form_offers_just_what_can_be_chosen(
    catalog: Catalog, held: list[str], language: str
) -> None:
    """REQ-2: of the own products, no retired version; and whatever is offered is taken."""
    for group in rules.form(catalog, held, language)["groups"]:
        for product in group["products"]:
            assert product["id"] in held
            for version in product["versions"]:
                choice = _choice(product["id"], version["id"])
                assert rules.unknown_choices(catalog, choice) == []
                assert rules.names_of(catalog, choice) is not None


@fuzzed(catalogs(), slugs, slugs, st.sampled_from(["o", "x"]), st.sampled_from(["t", "x"]))
def test_a_choice_has_names_or_an_unknown_field(
    catalog: Catalog, product: str, version: str, system: str, kind: str
) -> None:
    """REQ-2."""
    choice = _choice(product, version, system, kind)
    unknown = rules.unknown_choices(catalog, choice)
    assert (rules.names_of(catalog, choice) is None) == bool(unknown)


@fuzzed(some_products, some_products)
def test_a_catalog_only_grows(before: Any, after: Any) -> None:
    """STF-10: what licenses and requests name is never left out unnoticed."""
    lost = {product["id"] for product in before} - {product["id"] for product in after}
    refused = rules.lost_parts(before, after)
    assert bool(lost) <= bool(refused)
    assert rules.lost_parts(before, before) == []


@fuzzed(some_products, some_products)
def test_a_product_is_in_one_group(mine: Any, others: Any) -> None:
    """STF-10."""
    refused = rules.foreign_products([Group(sk="group#x", names={}, products=others)], mine)
    taken = {one["id"] for one in mine} & {one["id"] for one in others}
    assert bool(refused) == bool(taken)


@fuzzed(texts, st.lists(texts, max_size=2), names, st.sampled_from(["en", "de", "xx"]))
def test_names_editions_and_ids_are_read_without_failing(
    text: str, editions: list[str], named: dict[str, str], language: str
) -> None:
    function: Any = {"names": {}, "editions": editions}
    assert rules.unlocks(function, text) == (
        not editions or text.casefold() in {one.casefold() for one in editions}
    )
    assert rules.name_in(language, named) in {*named.values(), ""}
    assert not rules.is_slug(text) or text.isascii()


@st.composite
def partners(draw: Callable[[Any], Any]) -> Partner:
    """Anybody who sells."""
    standing = draw(st.sampled_from(list(Standing)))
    named = {"sk": f"partner#{draw(slugs)}", "name": draw(texts)}
    return Partner(**named, country=draw(st.sampled_from(["DE", "AT"])), standing=standing)


@fuzzed(st.lists(partners(), max_size=4), st.none() | st.just("DE"), texts)
def test_who_never_was_a_partner_is_found_by_the_whole_name_alone(
    all_of: list[Partner], country: str | None, name: str
) -> None:
    """LIC-16."""
    listed = rules.listed_in(all_of, country)
    assert all(one.standing != Standing.NEVER for one in listed)
    assert all(country in {None, one.country} for one in listed)
    standings = [one.standing == Standing.AUTHORISED for one in listed]
    assert standings == sorted(standings, reverse=True)
    for one in rules.find_by_name(all_of, name):
        whole = rules._plain(name) == rules._plain(one.name) or name == one.id
        assert whole or one.standing != Standing.NEVER


@fuzzed(st.lists(partners(), max_size=4, unique_by=lambda one: one.id), texts)
def test_an_order_names_a_partner_by_the_whole_of_an_id_or_name(
    all_of: list[Partner], text: str
) -> None:
    """LIC-16."""
    names = rules.PartnerNames(all_of)
    for one in all_of:
        assert names.find(one.id) == [one]
        assert one in names.find(one.name) or one.name in {other.id for other in all_of}
    plain = rules._plain(text)
    assert all(one.id == text or rules._plain(one.name) == plain for one in names.find(text))


@fuzzed(licenses(), days, moments)
def test_an_extension_is_never_shorter(one: License, until: date, now: datetime) -> None:
    """LIC-18."""
    if orders.refusal_to_extend(one, until, now) is None:
        assert until > one.expires_on
        assert until >= now.date()
        assert one.withdrawn is None
        assert one.merged_into is None


@fuzzed(
    st.dictionaries(texts, texts | st.integers()), st.dictionaries(texts, texts | st.integers())
)
def test_the_same_content_is_the_same_line(one: dict[str, Any], other: dict[str, Any]) -> None:
    """LIC-18: in whatever order it is written."""
    turned = dict(reversed(one.items()))
    first = orders.fingerprint(What.LICENSE, one)
    assert first == orders.fingerprint(What.LICENSE, turned)
    assert (first == orders.fingerprint(What.LICENSE, other)) == (one == other)
    assert first != orders.fingerprint(What.SEATS, one)
    assert not orders.differs(None, first)


@fuzzed(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(list(What)))), st.none() | st.just(2))
def test_only_sales_are_taken_back(made: list[tuple[int, What]], line: int | None) -> None:
    """LIC-18: a refund goes beyond a cancellation, not the other way."""
    lines = [OrderLine(line=number, what=what) for number, what in made]
    for one in orders.to_withdraw(lines, line):
        assert one.what == What.LICENSE
        assert line in {None, one.line}
        one.withdrawn = Withdrawal.CANCELLED
        assert orders.is_withdrawn(one, Withdrawal.CANCELLED)
        assert not orders.is_withdrawn(one, Withdrawal.REFUNDED)
        one.withdrawn = Withdrawal.REFUNDED
        assert orders.is_withdrawn(one, Withdrawal.CANCELLED)
