"""11: browsers that nobody can have been signed in with."""

from chalicelib.browsers.model import KnownBrowser, LastSignIn
from tests.checks import browsers
from tests.checks.breaking.acts import Breakage, again, remove

LATER = "01KAZZZZZZZZZZZZZZZZZZZZZZ"

BROWSERS_BROKEN = (
    Breakage(
        browsers.browsers_are_somebodys,
        "tells the browser's token",
        again(KnownBrowser, sk=f"browser#{LATER}.secret"),
    ),
    Breakage(browsers.browsers_are_somebodys, "which is no account", again(KnownBrowser, pk=LATER)),
    Breakage(browsers.browsers_are_somebodys, "which nobody has signed in to", remove(LastSignIn)),
)
