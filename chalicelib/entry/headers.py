"""Headers that the API and what stands before it agree on."""

# CloudFront proves by it that a request came through it.
EDGE_HEADER = "x-kontor-edge"

# What every answer carries, errors and the gateway's own answers included.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
