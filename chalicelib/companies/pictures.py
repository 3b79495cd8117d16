"""Reading a picture that somebody uploaded as a logo (COM-7), by what it is and not by its name.

The size is read off the header before a single pixel is decoded, so a picture that claims to be
50,000 pixels wide costs nothing. What is kept is drawn anew: nothing of the file itself is.
"""

import io

from chalicelib.aws.settings import settings
from chalicelib.base.errors import FieldError, Invalid

FORMATS = ("PNG", "JPEG", "GIF")
FIELD = "content_base64"


def redrawn(content: bytes) -> bytes:
    """The picture as a PNG: the first frame, upright, in RGB with its transparency.

    Raises Invalid: logo_too_many_bytes, logo_not_a_picture, logo_damaged, logo_too_large.
    """
    most = settings().logo_bytes
    if len(content) > most:
        raise _refused("logo_too_many_bytes", max=most // 1024)
    # Pillow takes its time to load, and a logo is changed once in years.
    from PIL import Image, ImageOps, UnidentifiedImageError

    # Nothing is decoded before its size is known to be small: Pillow's own bound is not needed,
    # and would say less of what is wrong.
    Image.MAX_IMAGE_PIXELS = None
    longest = max(settings().logo_width, settings().logo_height)
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as image:
            # It may be stored lying on its side.
            _demand_within(image.size, longest, longest)
            upright = ImageOps.exif_transpose(image)
            _demand_within(upright.size, settings().logo_width, settings().logo_height)
            kept = io.BytesIO()
            upright.convert("RGBA").save(kept, "PNG", optimize=True)
    except Invalid:
        raise
    except UnidentifiedImageError:
        raise _refused("logo_not_a_picture") from None
    except Exception:  # noqa: BLE001 - whatever a decoder stumbles over is the file's fault
        raise _refused("logo_damaged") from None
    return kept.getvalue()


def _demand_within(size: tuple[int, int], most_wide: int, most_high: int) -> None:
    if size[0] > most_wide or size[1] > most_high:
        raise _too_large(*size)


def _too_large(width: int, height: int) -> Invalid:
    most = {"max_width": settings().logo_width, "max_height": settings().logo_height}
    return _refused("logo_too_large", width=width, height=height, **most)


def _refused(code: str, **params: int) -> Invalid:
    return Invalid(FieldError(FIELD, code, params))
