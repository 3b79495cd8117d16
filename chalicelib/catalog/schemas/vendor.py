"""What everybody may know about the vendor."""

from chalicelib.entry.schema import Schema


class VendorOut(Schema):
    """Who the vendor is."""

    name: str
    logo_url: str
    support_email: str
    website: str
    colours: dict[str, str]


class Document(Schema):
    """A legal text by version and address."""

    version: str
    url: str


class Statement(Schema):
    """The statement on providing data, in the reader's language."""

    version: str
    text: str


class Limits(Schema):
    """What the forms check before they send."""

    files_per_message: int
    file_bytes: int
    application_bytes: int
    part_bytes: int
    parallel_parts: int
    text_chars: int
    subject_chars: int


class Terms(Schema):
    """How many days things take, as the pages say it.

    Links in mails work for `link` days; of licenses that end people are told `first_notice` and
    `last_notice` days before. Another owner can be objected to for `objection` days.
    """

    link: int
    first_notice: int
    last_notice: int
    objection: int


class PasswordLimits(Schema):
    """The bounds of a password."""

    min_length: int
    max_length: int


class Config(Schema):
    """What the pages need to know before anybody has signed in."""

    vendor: VendorOut
    languages: list[str]
    terms: Document
    privacy: Document
    data_statement: Statement
    limits: Limits
    days: Terms
    categories: list[str]
    password: PasswordLimits
