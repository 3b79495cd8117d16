"""The errors S3 answers with: code, status, message."""

_KNOWN = {
    "AccessDenied": (403, "Access Denied"),
    "AccessForbidden": (403, "CORSResponse: This CORS request is not allowed."),
    "AuthorizationHeaderMalformed": (400, "The authorization header is malformed."),
    "AuthorizationQueryParametersError": (400, "The authorization query is malformed."),
    "BadDigest": (400, "The digest you specified did not match what we received."),
    "BucketAlreadyOwnedByYou": (409, "You already own a bucket of this name."),
    "EntityTooLarge": (400, "Your upload exceeds the maximum allowed size."),
    "EntityTooSmall": (400, "A part other than the last is below the minimum size."),
    "IncompleteBody": (400, "The body ended before the length that its headers promise."),
    "InternalError": (500, "We encountered an internal error. Please try again."),
    "InvalidAccessKeyId": (403, "The access key you provided does not exist in our records."),
    "InvalidArgument": (400, "Invalid Argument"),
    "InvalidBucketName": (400, "The specified bucket is not valid."),
    "InvalidDigest": (400, "The Content-MD5 or checksum value is not valid."),
    "InvalidPart": (400, "A part was not found, or its entity tag or checksum differs."),
    "InvalidPartOrder": (400, "The list of parts was not in ascending order."),
    "InvalidRange": (416, "The requested range is not satisfiable"),
    "InvalidRequest": (400, "Invalid Request"),
    "InvalidURI": (400, "Couldn't parse the specified URI."),
    "KeyTooLongError": (400, "Your key is too long"),
    "MalformedXML": (400, "The XML you provided was not well-formed or not as expected."),
    "MethodNotAllowed": (405, "The method is not allowed against this resource."),
    "MissingContentLength": (411, "You must provide the Content-Length HTTP header."),
    "NoSuchBucket": (404, "The specified bucket does not exist"),
    "NoSuchCORSConfiguration": (404, "The CORS configuration does not exist"),
    "NoSuchKey": (404, "The specified key does not exist."),
    "NoSuchUpload": (404, "The upload does not exist: unknown, aborted or completed."),
    "NotImplemented": (501, "The local S3 does not implement this."),
    "PreconditionFailed": (412, "A precondition you specified did not hold."),
    "RequestTimeTooSkewed": (403, "The request's time differs too much from the server's."),
    "SignatureDoesNotMatch": (403, "The signature does not match the one calculated here."),
    "XAmzContentSHA256Mismatch": (400, "The body differs from its x-amz-content-sha256."),
}


class S3Error(Exception):
    """A refusal, told to the client as S3 tells it. `code` is one of S3's own."""

    def __init__(self, code: str, message: str | None = None) -> None:
        self.status, usual = _KNOWN[code]
        self.code = code
        self.message = message or usual
        super().__init__(f"{code}: {self.message}")


class ClientGone(Exception):
    """The connection ended in the middle of a body; there is nobody left to answer."""
