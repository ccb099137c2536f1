"""Names of practice villages and their people; all of them invented, spelt as people in Laos spell theirs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from vdfbank.bank.person import Sex


class Name(NamedTuple):
    latin: str
    lao: str

    def followed_by(self, family: Name) -> Name:
        return Name(f"{self.latin} {family.latin}", f"{self.lao} {family.lao}")


def _names(text: str) -> tuple[Name, ...]:
    words = text.split()
    return tuple(Name(latin, lao) for latin, lao in zip(words[::2], words[1::2], strict=True))


WOMEN = _names(
    "Khamla ຄຳຫຼ້າ Douangchan ດວງຈັນ Bouapha ບົວພາ Chansy ຈັນສີ Manivanh ມະນີວັນ Keo ແກ້ວ Phonsy ພອນສີ Siphone ສີພອນ "
    "Onchan ອ່ອນຈັນ Noy ນ້ອຍ Bouasy ບົວສີ Bouavanh ບົວວັນ Chanthone ຈັນທອນ Dalavanh ດາລາວັນ Dao ດາວ Keola ແກ້ວລາ "
    "Khamphone ຄຳພອນ Latsamy ລັດສະໝີ Malay ມາໄລ Manichan ມະນີຈັນ Nang ນາງ Nouan ນວນ Nouphone ໜູພອນ Outhay ອຸໄທ "
    "Phetsamone ເພັດສະໝອນ Phouvieng ພູວຽງ Sengchan ແສງຈັນ Sengdeuan ແສງເດືອນ Somchit ສົມຈິດ Souksavanh ສຸກສະຫວັນ "
    "Vanida ວະນິດາ Viengkham ວຽງຄຳ Vilay ວິໄລ Vone ວອນ Amphone ອຳພອນ Toui ຕຸ້ຍ"
)
MEN = _names(
    "Bounmy ບຸນມີ Somsak ສົມສັກ Thongbay ທອງໃບ Vanthong ວັນທອງ Xay ໄຊ Khamphouy ຄຳຜຸຍ Bounthan ບຸນທັນ Khamsing ຄຳສິງ "
    "Phomma ພົມມາ Bounma ບຸນມາ Bounsy ບຸນສີ Bounleuth ບຸນເລີດ Chanthy ຈັນທີ Deng ແດງ Inpeng ອິນແປງ Kaysone ໄກສອນ "
    "Khambay ຄຳໃບ Khamdeng ຄຳແດງ Khamkeo ຄຳແກ້ວ Khammanh ຄຳໝັ້ນ Kongkeo ກອງແກ້ວ Lae ແຫຼ Oudone ອຸດອນ Phet ເພັດ "
    "Phouthone ພູທອນ Saysana ໄຊຊະນະ Sengphet ແສງເພັດ Sithone ສີທອນ Somboun ສົມບູນ Sombath ສົມບັດ Sone ສອນ "
    "Soulivong ສຸລິວົງ Thongdam ທອງດຳ Thongsouk ທອງສຸກ Vieng ວຽງ Vilaysak ວິໄລສັກ"
)
FAMILIES = _names(
    "Keomany ແກ້ວມະນີ Vongsa ວົງສາ Sisavath ສີສະຫວາດ Inthavong ອິນທະວົງ Chanthavong ຈັນທະວົງ Phommachanh ພົມມະຈັນ "
    "Sengdara ແສງດາລາ Souvannaphoum ສຸວັນນະພູມ Xayavong ໄຊຍະວົງ Thammavong ທຳມະວົງ Boupha ບຸບຜາ Luangrath ຫຼວງລາດ "
    "Phengsavanh ເພັງສະຫວັນ Douangdara ດວງດາລາ Khounsavanh ຂຸນສະຫວັນ Manivong ມະນີວົງ"
)

_VILLAGES = (
    *("Nasavanh", "Phonkham", "Houaysai", "Thadeua", "Donkeo", "Nongbua", "Phonthong", "Nakham", "Hatsay", "Thongsy"),
    *(
        "Namchan",
        "Phoulang",
        "Khokdeng",
        "Sisomphone",
        "Dongkhen",
        "Viengsay",
        "Napho",
        "Kengmai",
        "Somsanouk",
        "Phaneung",
    ),
)
_PARTS = ("", " Neua", " Tai", " Kang", " Mai")
_DISTRICTS = ("Muang Nongbua", "Muang Phoudok", "Muang Namsai", "Muang Thongdeng", "Muang Houaykham", "Muang Saimai")

#: How many villages of the practice province lie in one district.
VILLAGES_A_DISTRICT = 12


class Place(NamedTuple):
    """Where a practice village lies; the province is invented too."""

    village: str
    district: str
    province: str
    code: str


def place(number: int) -> Place:
    """The practice village `number`, from 1: no two have the same name or code."""
    parts, village = divmod(number - 1, len(_VILLAGES))
    round_again, part = divmod(parts, len(_PARTS))
    name = f"Ban {_VILLAGES[village]}{_PARTS[part]}{f' {round_again + 1}' if round_again else ''}"
    district = (number - 1) // VILLAGES_A_DISTRICT
    code = f"98-{district + 1:02d}-{(number - 1) % VILLAGES_A_DISTRICT + 1:03d}"
    return Place(name, _DISTRICTS[district % len(_DISTRICTS)], "Khoueng Tawan", code)


def people(sex: Sex) -> Iterator[Name]:
    """Names without end, each once: given names, then with a family's, then namesakes told apart by number."""
    given = WOMEN if sex == "F" else MEN
    yield from given
    for again in count(1):
        for family in FAMILIES:
            for index, name in enumerate(given):
                # Not all of one family in a row.
                full = name.followed_by(FAMILIES[(FAMILIES.index(family) + index) % len(FAMILIES)])
                yield full if again == 1 else Name(f"{full.latin} {again}", f"{full.lao} {again}")
