"""What can be refused of an order, beside a field that was filled in wrong."""

from chalicelib.base.errors import Conflict, NotFound


class LineDiffers(Conflict):
    """The line was carried out before, with other content."""

    code = "order_line_differs"


class LineTaken(Conflict):
    """The line or its license changed at the same moment; what became of it can be read now."""


class OrderUnknown(NotFound):
    """No such order, or no such line of it."""

    code = "order_unknown"


class NotASale(Conflict):
    """The line sold no license: it extended one, or added seats."""

    code = "order_line_no_sale"
