"""The lists of requests. Each holds what its rows show, and nothing else.

All are sparse: an item without the hash attribute is not in the index and costs it nothing. The
range key of a list is the request's id, which sorts by the time it was opened.
"""

from typing import TYPE_CHECKING

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, IncludeProjection

from chalicelib.aws.tables import Time

if TYPE_CHECKING:
    from chalicelib.tickets.model.ticket import Ticket, TicketPart  # noqa: F401 - named in text
    from chalicelib.tickets.model.upload import Upload  # noqa: F401 - named in text

# kind, card, status, author's id and branch, files, updated at. All indexes of a table together
# may name 100 attributes, counted once for each index: that is why the card is one.
CUSTOMER_ROW = ["kind", "k", "st", "a", "b", "f", "u"]
# with severity, company's id and name, assignee's id and name
STAFF_ROW = ["kind", "k", "st", "a", "f", "u", "sv", "c", "cn", "w", "wn"]
# where the hash key is the assignee's id
QUEUE_ROW = [name for name in STAFF_ROW if name != "w"]


class ByCompany(GlobalSecondaryIndex["Ticket"]):
    """Every request of a company."""

    class Meta:
        index_name = "company"
        projection = IncludeProjection(CUSTOMER_ROW)

    company_id = UnicodeAttribute(hash_key=True, attr_name="c")
    pk = UnicodeAttribute(range_key=True)


class ByCompanyStatus(GlobalSecondaryIndex["Ticket"]):
    """A company's requests in one status: `<company>#<status>`."""

    class Meta:
        index_name = "company_status"
        projection = IncludeProjection(CUSTOMER_ROW)

    company_status = UnicodeAttribute(hash_key=True, attr_name="cs")
    pk = UnicodeAttribute(range_key=True)


class ByCompanyInactive(GlobalSecondaryIndex["Ticket"]):
    """A company's requests that are over."""

    class Meta:
        index_name = "company_inactive"
        projection = IncludeProjection(CUSTOMER_ROW)

    company_inactive = UnicodeAttribute(hash_key=True, attr_name="ci")
    pk = UnicodeAttribute(range_key=True)


class ByAuthor(GlobalSecondaryIndex["Ticket"]):
    """Every request of a person in a company: `<company>#<account>`."""

    class Meta:
        index_name = "author"
        projection = IncludeProjection(CUSTOMER_ROW)

    author = UnicodeAttribute(hash_key=True, attr_name="aa")
    pk = UnicodeAttribute(range_key=True)


class ByAuthorStatus(GlobalSecondaryIndex["Ticket"]):
    """A person's requests in one status: `<company>#<account>#<status>`."""

    class Meta:
        index_name = "author_status"
        projection = IncludeProjection(CUSTOMER_ROW)

    author_status = UnicodeAttribute(hash_key=True, attr_name="as")
    pk = UnicodeAttribute(range_key=True)


class ByAuthorInactive(GlobalSecondaryIndex["Ticket"]):
    """A person's requests that are over."""

    class Meta:
        index_name = "author_inactive"
        projection = IncludeProjection(CUSTOMER_ROW)

    author_inactive = UnicodeAttribute(hash_key=True, attr_name="ai")
    pk = UnicodeAttribute(range_key=True)


class ByQueue(GlobalSecondaryIndex["Ticket"]):
    """Open requests by whose they are: `unassigned`, or the id of a member of staff."""

    class Meta:
        index_name = "queue"
        projection = IncludeProjection(QUEUE_ROW)

    queue = UnicodeAttribute(hash_key=True, attr_name="q")
    pk = UnicodeAttribute(range_key=True)


class ByOpen(GlobalSecondaryIndex["Ticket"]):
    """All open requests: `open`."""

    class Meta:
        index_name = "open"
        projection = IncludeProjection(STAFF_ROW)

    open = UnicodeAttribute(hash_key=True, attr_name="o")
    pk = UnicodeAttribute(range_key=True)


class ByWaiting(GlobalSecondaryIndex["Ticket"]):
    """Requests that wait for the customer's answer: `waiting`."""

    class Meta:
        index_name = "waiting"
        projection = IncludeProjection(STAFF_ROW)

    waiting = UnicodeAttribute(hash_key=True, attr_name="wa")
    pk = UnicodeAttribute(range_key=True)


class ByDue(GlobalSecondaryIndex["TicketPart"]):
    """What the jobs have to do, by kind, the longest due first."""

    class Meta:
        index_name = "due"
        projection = IncludeProjection(["kind"])

    due = UnicodeAttribute(hash_key=True, attr_name="d")
    due_at = Time(range_key=True, attr_name="da")


class ByUploader(GlobalSecondaryIndex["Upload"]):
    """A person's uploads that no message has yet."""

    class Meta:
        index_name = "uploader"
        projection = AllProjection()

    loose = UnicodeAttribute(hash_key=True)
    pk = UnicodeAttribute(range_key=True)
