"""Whether a claim looks right: what on the license agrees with who claims it (STF-4).

Hints for the people who decide; nothing is decided by them.
"""

import re
import unicodedata
from difflib import SequenceMatcher

from chalicelib.licenses.model.evidence import Domain, Likeness

SIMILAR = 0.75
_FORMS = frozenset(
    {
        *("ag", "bv", "co", "company", "corp", "corporation", "eg", "ev", "gbr", "ggmbh", "gmbh"),
        *("group", "gruppe", "holding", "inc", "incorporated", "kg", "kgaa", "limited", "llc"),
        *("llp", "ltd", "nv", "og", "ohg", "plc", "sa", "sarl", "sas", "se", "spa", "srl", "ug"),
        *("and", "und", "the", "mbh", "kommanditgesellschaft", "aktiengesellschaft"),
    }
)
_FREE = frozenset(
    {
        *("aol.com", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net"),
        *("googlemail.com", "hotmail.com", "icloud.com", "live.com", "mail.com", "me.com"),
        *("outlook.com", "outlook.de", "posteo.de", "proton.me", "protonmail.com", "t-online.de"),
        *("web.de", "yahoo.com", "yahoo.de", "yandex.com"),
    }
)


def likeness(one: str, other: str) -> Likeness:
    """How well two company names agree, legal forms, accents and punctuation aside."""
    first, second = _words(one), _words(other)
    if first and first == second:
        return Likeness.SAME
    if not first or not second:
        return Likeness.DIFFERENT
    if set(first) <= set(second) or set(second) <= set(first):
        return Likeness.SIMILAR
    ratio = SequenceMatcher(None, " ".join(first), " ".join(second)).ratio()
    return Likeness.SIMILAR if ratio >= SIMILAR else Likeness.DIFFERENT


def domain_of(email: str) -> str:
    """The part of an address behind its last @."""
    return email.rpartition("@")[2].lower()


def judge_domain(domain: str, *names: str) -> Domain:
    """Whether a domain holds a word of one of the company's names, or is anybody's."""
    if domain in _FREE:
        return Domain.FREE
    plain = re.sub(r"[^a-z0-9]", "", _plain(domain.rpartition(".")[0]))
    words = [word for name in names for word in _words(name) if len(word) > 2]
    return Domain.FITS if any(word in plain for word in words) else Domain.OTHER


def _words(name: str) -> list[str]:
    # A dot between single letters: G.m.b.H. is a word.
    text = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", _plain(name))
    words = re.findall(r"[^\W_]+", text)
    return [word for word in words if word not in _FORMS]


def _plain(text: str) -> str:
    """In lower case, umlauts as people write them in addresses, other accents dropped."""
    lowered = text.casefold()
    for letter, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        lowered = lowered.replace(letter, written)
    apart = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in apart if not unicodedata.combining(char))
