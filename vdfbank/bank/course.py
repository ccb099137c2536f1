"""Training modules the rules know by name."""

from __future__ import annotations

from typing import NewType

Module = NewType("Module", str)

VILLAGE_BANKING = Module("village_banking")
SAFE_MIGRATION = Module("safe_migration")
BUSINESS = Module("business")
SKILLS = Module("skills")
RIGHTS = Module("rights")

#: Without both no loan (acts.md, by-laws): credit alone protects nobody from trafficking.
REQUIRED_FOR_LOANS = (SAFE_MIGRATION, BUSINESS)
