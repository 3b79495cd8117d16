"""S3's XML: built from plain values, and read from what clients send."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias
from xml.etree import ElementTree as ET

from local.s3.errors import S3Error

NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"

Single: TypeAlias = "str | int | bool | Mapping[str, Value]"
Value: TypeAlias = "Single | Sequence[Single]"


def document(name: str, content: Mapping[str, Value], namespace: str = NAMESPACE) -> bytes:
    """A document: mappings become elements, lists become repeated ones."""
    root = ET.Element(name, {"xmlns": namespace} if namespace else {})
    _append(root, content)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _append(parent: ET.Element, content: Mapping[str, Value]) -> None:
    for name, value in content.items():
        for single in _singles(value):
            element = ET.SubElement(parent, name)
            if isinstance(single, Mapping):
                _append(element, single)
            elif isinstance(single, bool):
                element.text = str(single).lower()
            else:
                element.text = str(single)


def _singles(value: Value) -> Sequence[Single]:
    if isinstance(value, str | int | Mapping):
        return [value]
    return value


class Node:
    """An element of a client's document, looked at without its namespace."""

    def __init__(self, element: ET.Element) -> None:
        self._element = element
        self.name = element.tag.rpartition("}")[2]

    def all(self, name: str) -> list["Node"]:
        return [child for child in self.children() if child.name == name]

    def texts(self, name: str) -> list[str]:
        return [child.own_text() for child in self.all(name)]

    def text(self, name: str) -> str:
        """The text of the one child of that name; MalformedXML where it is missing."""
        found = self.texts(name)
        if len(found) != 1:
            raise S3Error("MalformedXML", f"{self.name} holds one {name}")
        return found[0]

    def number(self, name: str) -> int:
        text = self.text(name)
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise S3Error("MalformedXML", f"{name} is a number")
        return int(text)

    def children(self) -> Iterator["Node"]:
        return (Node(child) for child in self._element)

    def own_text(self) -> str:
        return (self._element.text or "").strip()


def parse(body: bytes, name: str) -> Node:
    """The root of a client's document. Document types are refused: they can define entities."""
    if b"<!DOCTYPE" in body:
        raise S3Error("MalformedXML")
    try:
        root = Node(ET.fromstring(body))  # noqa: S314 - no DOCTYPE, a bounded length, loopback
    except ET.ParseError as error:
        raise S3Error("MalformedXML") from error
    if root.name != name:
        raise S3Error("MalformedXML", f"Expected {name}")
    return root
