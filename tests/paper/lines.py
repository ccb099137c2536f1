"""Lao lines that are hard to set, and a page to set them on."""

import subprocess
from io import BytesIO

import pypdfium2

from vdfbank.paper.door import NORMAL, Canvas

#: Upper vowel with tone, vowels that become two glyphs, letters below, kerning across letters, figures, two scripts.
SAMPLES = (
    "ຄະນະກຳມະການທະນາຄານບ້ານຂໍແຈ້ງໃຫ້ສະມາຊິກທຸກຄົນຊາບ",
    "ເງິນກູ້ 1.250.000 ກີບ ດອກເບ້ຍ 3 % ຕໍ່ເດືອນ",
    "ຜູ້ຄ້ຳປະກັນຕ້ອງເປັນສະມາຊິກທີ່ຢູ່ຄົນລະຄອບຄົວ",
    "ປຶ້ມເງິນສົດ ແລະ ໃບຮັບເງິນ ເລກທີ 2026/11-0047",
    "ນ້ຳ ເຂົ້າ ຕໍ່ ກູ້ ຫຼິ້ນ ງຸ່ນ ກຳປັ່ນ",
    "ສະຫະພັນແມ່ຍິງລາວ ແລະ ນາຍບ້ານ ເປັນທີ່ປຶກສາ",
    "ໜີ້ຄ້າງຊຳລະ ຄ່າປັບໃໝ ແລະ ເງິນປັນຜົນ",
    "ວັນຈັນ 23 ພະຈິກ 2026",
    "ນະຄອນຫຼວງວຽງຈັນ ຫຼວງພະບາງ ຈຳປາສັກ",
    "ຊື້ ຂື້ນ ຂຶ້ນ ເຫຼັນຍິກ ເຫຼືອ ໃໝ່",
    "ປຸກປັ້ນ ຢູ່ ຢ້ຽມຢາມ ໂຮງຮຽນ",
    "໐໑໒໓໔໕໖໗໘໙ ກີບ",
    "Savings ເງິນຝາກ 50,000 kip",
    "ທ້າວ ບຸນມີ (M01), ນາງ ຄຳຫຼ້າ (M02)",
    "ຕ່າງໆ ຯລຯ ເງິນ₭ 5.000",
    "ກວດເບິ່ງ ຂາດ 5.000: ບໍ່ຖືກຕ້ອງ",
)

HARD_WORDS = ("ງຸ່ນ", "ກຳປັ່ນ", "ນ້ຳ", "ເຂົ້າ", "ຕໍ່", "ກູ້", "ຫຼິ້ນ")


def page(lines: tuple[str, ...], font: str = NORMAL, size: float = 12) -> bytes:
    """The lines one below the other, plainly drawn as a form would."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 40 + 2 * size * len(lines)), invariant=1)
    for number, line in enumerate(lines, start=1):
        canvas.setFont(font, size)
        canvas.drawString(20, 20 + 2 * size * (len(lines) - number), line)
    canvas.save()
    return out.getvalue()


#: Latin alone, and the two scripts in one word, in brackets, beside figures and signs of reckoning.
MIXED = (
    "Savings book of Ban Dokchampa, 99-01-007",
    "Keo & Sons <b>5,000</b> =HYPERLINK(x) \"quoted\" 'so' {a} [b] #1",
    "ທ້າວKeoມີ(Bounmy)ເງິນ5.000kip",
    "M07 ຈັນສີ Chansy – L4 2,5 % × 6 ເດືອນ = 15 %",
    "Anne-Béatrice Müller & Ángel ນາງ ຄຳຫຼ້າ ₭",
    "ໜຶ່ງລ້ານສອງແສນຫ້າສິບພັນກີບຖ້ວນ (1.250.000 ກີບ)",
)


def read(pdf: bytes) -> list[str]:
    """The text of every page as a viewer finds and copies it."""
    document = pypdfium2.PdfDocument(pdf)
    return [one.get_textpage().get_text_range().replace("\r\n", "\n") for one in document]


def read_with_poppler(pdf: bytes) -> list[str]:
    """The lines of a one-page document as poppler finds them, the other program people read PDFs with."""
    command = ["pdftotext", "-enc", "UTF-8", "-layout", "-nopgbrk", "-", "-"]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return [line.strip() for line in told.stdout.decode().splitlines() if line.strip()]
