"""Free text that a spreadsheet or a ledger would act on."""

from __future__ import annotations

import pytest

from vdfbank.export.neutral import cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\0"])
def test_what_a_spreadsheet_would_calculate_or_hide_is_shown(start: str) -> None:
    assert cell(f"{start}1") == f"'{start}1"


@pytest.mark.parametrize("text", ["", "Keo", "a=b", "ນາງ ແກ້ວ", "'=1", " =1", "<b>&\"'"])
def test_other_text_is_left_alone(text: str) -> None:
    assert cell(text) == text
