"""A QR code as a picture: dark modules on a light ground with its quiet zone, on any page."""

from __future__ import annotations

from io import BytesIO

import segno


def qr_svg(text: str) -> bytes:
    """Return the QR code of a text as an SVG document without size, script or inline style.

    Error correction M: a projector's picture is clean, and fewer modules are read from further off.
    """
    drawn = BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(drawn, kind="svg", dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return drawn.getvalue()
