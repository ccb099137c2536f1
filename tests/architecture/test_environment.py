"""What the program stands on: interpreter, libraries, lock file."""

import re
import subprocess
import sys
import tomllib
from typing import Any
from urllib.parse import urlsplit

import pytest
from packaging.requirements import Requirement

from tests.architecture.conftest import ROOT

# PySide6 6.12.0 loses one reference to None in every void method: after some 5,000 calls Python 3.10 and 3.11 abort.
VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
print("alive")
"""


def test_qt_keeps_its_references_to_none() -> None:
    loop = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False)
    assert (loop.returncode, loop.stdout) == (0, "alive\n"), loop.stderr


@pytest.fixture(scope="module")
def lock() -> dict[str, Any]:
    return tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))


def declared(project: dict[str, Any]) -> dict[str, list[Requirement]]:
    """The requirements of pyproject.toml by extra; those of everybody under ''."""
    extras = {"": project["project"]["dependencies"], **project["project"]["optional-dependencies"]}
    return {extra: [Requirement(line) for line in lines] for extra, lines in extras.items()}


def test_every_library_has_a_lower_and_an_upper_bound(project: dict[str, Any]) -> None:
    open_ended = [
        str(requirement)
        for requirements in declared(project).values()
        for requirement in requirements
        if {">=", "<"} != {bound.operator for bound in requirement.specifier}
    ]
    assert open_ended == []


def test_the_lock_was_made_from_this_pyproject(project: dict[str, Any], lock: dict[str, Any]) -> None:
    def plain(name: str) -> str:
        return re.sub(r"[-_.]+", "-", name).lower()

    wanted = {
        (plain(requirement.name), str(requirement.specifier), f"extra == '{extra}'" if extra else "")
        for extra, requirements in declared(project).items()
        for requirement in requirements
    }
    (ours,) = (package for package in lock["package"] if package["name"] == "vdfbank")
    locked = {
        (line["name"], str(Requirement(line["name"] + line["specifier"]).specifier), line.get("marker", ""))
        for line in ours["metadata"]["requires-dist"]
    }
    assert locked == wanted


def test_the_lock_names_no_machine_of_ours(lock: dict[str, Any]) -> None:
    files = [
        file["url"]
        for package in lock["package"]
        for file in [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
    ]
    assert {urlsplit(url).hostname for url in files} == {"files.pythonhosted.org"}
    registries = {package["source"].get("registry") for package in lock["package"]} - {None}
    assert registries == {"https://pypi.org/simple"}


def test_every_locked_file_has_its_hash(lock: dict[str, Any]) -> None:
    unhashed = [
        file["url"]
        for package in lock["package"]
        for file in [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
        if not file.get("hash", "").startswith("sha256:")
    ]
    assert unhashed == []
