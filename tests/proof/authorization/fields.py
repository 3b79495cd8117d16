"""Every attribute of everything that is stored, under the names a body could call it by."""

from chalicelib.aws.tables import Item
from infra.tables import tables


def stored_names() -> frozenset[str]:
    """As the code names each attribute, and as the table does."""
    tables()  # loads every model
    return frozenset(name for model in _below(Item) for name in _names(model))


def _below(model: type[Item]) -> list[type[Item]]:
    return [found for child in model.__subclasses__() for found in (child, *_below(child))]


def _names(model: type[Item]) -> list[str]:
    attributes = model.get_attributes()
    return [*attributes, *(attribute.attr_name for attribute in attributes.values())]
