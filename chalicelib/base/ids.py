"""Ids and secrets: the only place that draws random numbers."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NUMBER_SYMBOLS = 6
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _base32(value: int, symbols: int) -> str:
    return "".join(CROCKFORD[(value >> 5 * place) & 31] for place in reversed(range(symbols)))


def ulid(now: datetime) -> str:
    """A sortable unique id of 26 symbols: 48 bits of milliseconds, 80 random bits.

    Source: the ULID specification.
    """
    milliseconds = int((now - _EPOCH).total_seconds() * 1000)
    return _base32(milliseconds << 80 | secrets.randbits(80), 26)


def made_at(ulid_: str) -> datetime:
    """When an id was made, to the millisecond: what it was given as `now`."""
    milliseconds = 0
    for symbol in ulid_[:10]:
        milliseconds = milliseconds << 5 | CROCKFORD.index(symbol)
    return _EPOCH + timedelta(milliseconds=milliseconds)


def spell(source: bytes, symbols: int) -> str:
    """The first bits of `source` as symbols that people can read out, five bits each."""
    bits = int.from_bytes(source) >> (8 * len(source) - 5 * symbols)
    return _base32(bits, symbols)


def derived_ulid(moment: datetime, source: bytes) -> str:
    """An id like `ulid`'s whose random part is the first 80 bits of `source`.

    For what comes in more than once from outside, and must be the same thing each time.
    """
    milliseconds = int((moment - _EPOCH).total_seconds() * 1000)
    return _base32(milliseconds << 80 | int.from_bytes(source[:10]), 26)


def ulid_named(words: str) -> str:
    """An id like `ulid`'s, of no time, that is the same for the same words and doesn't tell them.

    What there may be only once has such an id: to create it twice fails.
    """
    return derived_ulid(_EPOCH, hashlib.sha256(words.encode()).digest())


def incident_number(now: datetime) -> str:
    """The number people read: the day and 30 random bits, `261122-7F3KQ9`.

    It is not unique by itself; the item that claims it is.
    """
    return f"{now:%y%m%d}-{_base32(secrets.randbits(5 * NUMBER_SYMBOLS), NUMBER_SYMBOLS)}"


def token() -> str:
    """A secret for a machine to carry: 256 random bits, safe in a URL."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is stored of a token. A plain hash is enough: tokens have 256 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def symbols(alphabet: str, count: int) -> str:
    """`count` random symbols of an alphabet."""
    return "".join(secrets.choice(alphabet) for _ in range(count))


def digits(count: int) -> str:
    """`count` random decimal digits."""
    return "".join(str(secrets.randbelow(10)) for _ in range(count))
