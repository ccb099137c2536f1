"""Golden pages: the first page of each form as a small grey picture, kept beside the tests."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

GOLDEN = Path(__file__).parent / "golden"
#: VDFBANK_GOLDEN=write makes the pictures anew; look at each before it is kept.
WRITING = os.environ.get("VDFBANK_GOLDEN") == "write"
#: Enough to see a mark that moved; Lao words can just be read.
SCALE = 1.0
#: How far a grey may be off, and which share of the page, before it is another picture.
GREY_OFF, SHARE_OFF = 96, 0.0005


def first_page(pdf: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        picture: Image.Image = document[0].render(scale=SCALE, grayscale=True).to_pil().convert("L")
    return picture


def differs(pdf: bytes, name: str) -> str | None:
    """What is wrong with the first page, held against its golden picture."""
    picture, path = first_page(pdf), GOLDEN / f"{name}.png"
    if WRITING:
        GOLDEN.mkdir(exist_ok=True)
        kept = BytesIO()
        picture.quantize(16).save(kept, "png", optimize=True)
        path.write_bytes(kept.getvalue())
    with Image.open(path) as golden:
        wanted = golden.convert("L")
    if wanted.size != picture.size:
        return f"{picture.size} instead of {wanted.size}"
    off = ImageChops.difference(wanted, picture).point(lambda grey: 255 if grey > GREY_OFF else 0)
    share = off.histogram()[255] / (picture.width * picture.height)
    return None if share <= SHARE_OFF else f"{share:.2%} of the page is other than before"
