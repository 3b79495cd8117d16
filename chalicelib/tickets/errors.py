"""What can be refused around requests and their files."""

from chalicelib.base.errors import Conflict, KontorError


class RequestOver(Conflict):
    """The request is closed or cancelled: that is final (REQ-9)."""

    code = "request_over"


class MoveNotAllowed(Conflict):
    """The request's status does not go there from where it is (REQ-8)."""

    code = "move_not_allowed"


class MovedMeanwhile(Conflict):
    """Somebody changed the request, or the scan spoke, between reading and writing."""

    code = "conflict"


class NumberTaken(Conflict):
    """The drawn incident number belongs to another request."""

    code = "conflict"


class DataStatementRequired(Conflict):
    """The statement on providing data was not accepted yet (REQ-4)."""

    code = "data_statement_required"


class TooManyUploads(Conflict):
    """Too many files of this person are on their way at once."""

    code = "too_many_uploads"


class FileEmpty(KontorError):
    """A file of 0 bytes."""

    code = "file_empty"
    status = 422


class FileTooLarge(KontorError):
    """A file above the limit; an upload link takes larger ones (REQ-5)."""

    code = "file_too_large"
    status = 422


class PartOutOfPlace(KontorError):
    """No such part of this file, or not of that size."""

    code = "part_out_of_place"
    status = 422


class FileDamaged(KontorError):
    """What arrived is not what was announced; it was thrown away."""

    code = "file_damaged"
    status = 422


class UploadOver(Conflict):
    """The upload was completed or aborted already."""

    code = "upload_over"


class UploadIncomplete(Conflict):
    """Parts are missing."""

    code = "upload_incomplete"


class FilePending(Conflict):
    """The malware scan has not spoken yet."""

    code = "file_pending"


class FileInfected(Conflict):
    """The malware scan found something: nobody downloads it."""

    code = "file_infected"


class FileUnscannable(Conflict):
    """The malware scan could not read it: customers do not download it."""

    code = "file_unscannable"
