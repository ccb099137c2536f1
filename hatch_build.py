"""Put migrations, compiled catalogues and manual into the wheel, as vdfbank/migrations, /translations and /manual."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShipMigrationsAndCatalogues(BuildHookInterface[Any]):
    """Compile every .po to .mo while the wheel is built; the repository itself holds no compiled file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # A checkout reads these folders where they lie.
            return
        root = Path(self.root)
        shipped = build_data["force_include"]
        for script in sorted((root / "migrations").rglob("*")):
            if script.is_file() and "__pycache__" not in script.parts:
                shipped[str(script)] = f"vdfbank/{script.relative_to(root).as_posix()}"
        for page in sorted((root / "docs" / "manual").rglob("*")):
            if page.suffix in {".md", ".png"}:
                shipped[str(page)] = f"vdfbank/{page.relative_to(root / 'docs').as_posix()}"
        # The builder reads the compiled files after this returns: they live as long as the hook.
        self.compiled = TemporaryDirectory(prefix="vdfbank-catalogues-")
        for catalogue in sorted((root / "translations").rglob("*.po")):
            place = catalogue.relative_to(root).with_suffix(".mo")
            shipped[str(compile_catalogue(catalogue, Path(self.compiled.name, place)))] = f"vdfbank/{place.as_posix()}"


def compile_catalogue(catalogue: Path, compiled: Path) -> Path:
    """Write ``catalogue`` (.po) as ``compiled`` (.mo) and return the latter."""
    # Babel is needed for a wheel only, so that an editable install needs hatchling alone.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled.parent.mkdir(parents=True, exist_ok=True)
    with catalogue.open("rb") as source, compiled.open("wb") as target:
        write_mo(target, read_po(source))
    return compiled
