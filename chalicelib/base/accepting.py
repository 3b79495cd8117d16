"""Which of our languages somebody reads, by what their browser asks for."""

from collections.abc import Iterator

from chalicelib.base.texts import languages


def wanted_language(accepted: str) -> str:
    """The best language for an Accept-Language header; empty where it names none of ours."""
    return next(filter(None, map(language_of, _by_weight(accepted))), "")


def language_of(tag: str) -> str:
    """The language that a tag names (`pt-BR`), or the wider one (`pt`); empty without either."""
    known = {language.lower(): language for language in languages()}
    parts = tag.lower().split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((known[one] for one in tags if one in known), "")


def _by_weight(accepted: str) -> Iterator[str]:
    """The header's tags, the heaviest first; what weighs nothing is not wanted."""
    weighed = [_weighed(part) for part in accepted.split(",")]
    for weight, tag in sorted(weighed, key=lambda one: -one[0]):
        if weight > 0:
            yield tag


def _weighed(part: str) -> tuple[float, str]:
    tag, _, weight = part.partition(";")
    try:
        return float(weight.strip().removeprefix("q=") or 1), tag.strip()
    except ValueError:
        return 0, tag.strip()
