"""Makes tests/fixtures/word/house-template.docx: the template of an invented house, as LibreOffice saves one.

    python3 tests/support/word/make_template.py
"""
import os
import struct
import sys
import tempfile
import zlib

import uno  # noqa: E402, F401: makes the names of com.sun.star known

sys.path.insert(0, os.path.dirname(__file__))
from com.sun.star.text.TextContentAnchorType import AS_CHARACTER  # noqa: E402
from office import address, store_as_docx, value, with_office  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "../../fixtures/word/house-template.docx")
GREEN = 0x1B5E20


def png(path, width=40, height=16, colour=(27, 94, 32)):
    """A picture of one colour: the logo."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes(colour) * width for _ in range(height))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)))
        file.write(chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def set_font(style, font, size=None, colour=None, bold=None):
    for suffix in ("", "Asian", "Complex"):
        setattr(style, f"CharFontName{suffix}", font)
        if size:
            setattr(style, f"CharHeight{suffix}", size)
        if bold is not None:
            setattr(style, f"CharWeight{suffix}", 150.0 if bold else 100.0)
    if colour is not None:
        style.CharColor = colour


def work(desktop, context):
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (value("Hidden", True),))
    families = document.StyleFamilies
    paragraphs = families.getByName("ParagraphStyles")
    set_font(paragraphs.getByName("Standard"), "DejaVu Serif", 10)
    for level, size in ((1, 20), (2, 14)):
        set_font(paragraphs.getByName(f"Heading {level}"), "DejaVu Sans", size, GREEN, True)
    set_font(paragraphs.getByName("Title"), "DejaVu Sans", 28, GREEN, True)
    own = document.createInstance("com.sun.star.style.ParagraphStyle")
    paragraphs.insertByName("Bottom Line", own)
    own.ParentStyle = "Standard"
    own.ParaBackColor = 0xE8F5E9
    own.CharHeight = 12.0

    page = families.getByName("PageStyles").getByName("Standard")
    page.LeftMargin, page.RightMargin, page.TopMargin, page.BottomMargin = 3000, 3000, 1500, 1500
    page.HeaderIsOn = page.FooterIsOn = True
    header, footer = page.HeaderText, page.FooterText

    logo = os.path.join(tempfile.mkdtemp(), "logo.png")
    png(logo)
    cursor = header.createTextCursor()
    picture = document.createInstance("com.sun.star.text.TextGraphicObject")
    picture.AnchorType = AS_CHARACTER
    graphics = context.ServiceManager.createInstanceWithContext("com.sun.star.graphic.GraphicProvider", context)
    picture.Graphic = graphics.queryGraphic((value("URL", address(logo)),))
    picture.Width, picture.Height = 1600, 640
    header.insertTextContent(cursor, picture, False)
    header.insertString(header.getEnd(), "  Institute for Examples · {title}", False)

    footer.insertString(footer.createTextCursor(), "{marking}  {foot}, {date}  p. ", False)
    number = document.createInstance("com.sun.star.text.TextField.PageNumber")
    number.NumberingType = 4
    footer.insertTextContent(footer.getEnd(), number, False)

    text = document.Text
    text.insertString(text.createTextCursor(), "This text is no part of any memo.", False)
    store_as_docx(document, OUT)
    document.close(True)


if __name__ == "__main__":
    with_office(work)
