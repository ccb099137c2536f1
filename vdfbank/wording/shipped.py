"""Find what is shipped beside the modules."""

import sys
from pathlib import Path


def folders(name: str, in_checkout: str) -> list[Path]:
    """Where a folder of ours may lie: in the frozen program, in the installed package, in a checkout."""
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", None)
    beside = [package / name, package.parent / in_checkout]
    return [Path(frozen) / name, *beside] if frozen else beside
