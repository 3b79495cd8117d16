"""Who the vendor is: names, colours, links and legal texts, out of `KONTOR_VENDOR_FILE`.

The file is a JSON object of the fields below. Without one, a vendor called Kontor stands in.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.aws.settings import settings

Words = Mapping[str, str]
"""One text per language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """What a deployment says about its vendor.

    `terms`, `privacy` and `data_statement` each hold a `version`; the first two a `url`, the
    third a `text` per language. `logo_url` may be a path on the portal. `mail_from` is the
    address that letters come from, and its domain stands in their Message-IDs.
    """

    name: str = "Kontor"
    website: str = "https://kontor.example"
    logo_url: str = ""
    support_email: str = "support@kontor.example"
    mail_from: str = "portal@kontor.example"
    colours: Words = field(default_factory=lambda: {"primary": "#1d4ed8"})
    terms: Words = field(default_factory=lambda: {"version": "1", "url": ""})
    privacy: Words = field(default_factory=lambda: {"version": "1", "url": ""})
    data_statement: Mapping[str, Any] = field(default_factory=lambda: {"version": "1", "text": {}})
    categories: tuple[str, ...] = ("technical",)


@cache
def vendor() -> Vendor:
    """The vendor of this deployment; ValueError names a field that is none of the above."""
    if not settings().vendor_file:
        return Vendor()
    said: dict[str, Any] = json.loads(Path(settings().vendor_file).read_text(encoding="utf-8"))
    if unknown := said.keys() - {known.name for known in fields(Vendor)}:
        message = f"{settings().vendor_file}: unknown {', '.join(sorted(unknown))}"
        raise ValueError(message)
    if "categories" in said:
        said["categories"] = tuple(said["categories"])
    return Vendor(**said)
