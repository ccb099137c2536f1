"""The wheel holds what the program reads beside its modules: catalogues, migrations, manual, fonts."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.conftest import ROOT


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names of the files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def below(folder: str, pattern: str) -> list[Path]:
    return [path.relative_to(ROOT) for path in (ROOT / folder).rglob(pattern) if path.is_file()]


def test_every_catalogue_is_shipped_compiled(shipped: frozenset[str]) -> None:
    catalogues = below("translations", "*.po")
    assert {path.parts[1] for path in catalogues} >= {"en", "lo"}
    assert {f"vdfbank/{path.with_suffix('.mo').as_posix()}" for path in catalogues} <= shipped


def test_every_migration_is_shipped(shipped: frozenset[str]) -> None:
    migrations = below("migrations", "*.py")
    assert migrations
    assert {f"vdfbank/{path.as_posix()}" for path in migrations} <= shipped


def test_the_manual_is_shipped_with_its_pictures(shipped: frozenset[str]) -> None:
    for pattern in ("*.md", "*.png"):
        pages = below("docs/manual", pattern)
        assert pages
        assert {f"vdfbank/{path.relative_to('docs').as_posix()}" for path in pages} <= shipped


def test_fonts_are_shipped_with_their_licence(shipped: frozenset[str]) -> None:
    fonts = {path.as_posix() for path in below("vdfbank/resources/fonts", "*")}
    assert "vdfbank/resources/fonts/OFL.txt" in fonts
    assert fonts <= shipped


def test_nothing_else_is_shipped(shipped: frozenset[str]) -> None:
    assert {Path(name).parts[0].split("-")[0] for name in shipped} == {"vdfbank"}
    assert [name for name in shipped if name.endswith((".po", ".pyc", ".vdf"))] == []
