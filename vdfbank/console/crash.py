"""Keep what a bug of ours leaves behind, without names or amounts."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_dir

from vdfbank.office.laptop import FOLDER_VARIABLE


def report_crash(error: BaseException) -> str:
    """Write the place of the bug to the log; the sentence names the file. Messages may hold names: they stay out."""
    places = traceback.format_list(traceback.extract_tb(error.__traceback__))
    text = f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__name__}\n{''.join(places)}\n"
    log = log_folder() / "crash.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return f"This is a mistake of the program ({type(error).__name__}), not yours. The book is as it was."
    return (
        f"This is a mistake of the program, not yours. The book is as it was. Please send {log} to whoever helps you."
    )


def log_folder() -> Path:
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) / "log" if named else Path(user_log_dir("vdfbank", appauthor=False))
