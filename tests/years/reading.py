"""Replay a whole year from its file, and read its figures as reports.md defines them."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.village import Village
from vdfbank.acts.codec import parse_lines
from vdfbank.bank.person import PersonId
from vdfbank.rules.closing import allowances
from vdfbank.rules.effects import Refused

YEARS = Path(__file__).parent

#: Every problem met while a year was told, for the test that each code of acts.md occurs somewhere.
Decision = dict[str, Any]


@dataclass
class Year:
    """A village after its year, with the decision on each line."""

    village: Village
    decisions: dict[str, Decision] = field(default_factory=dict)

    def savings(self, day: str) -> list[dict[str, object]]:
        """Who is a member at the end of that day, with savings."""
        books = self.village.past.at(date.fromisoformat(day))
        return [{"member": who, "balance": int(books.savings(who))} for who in sorted(books.current_members())]

    def loans(self, day: str) -> list[dict[str, object]]:
        """Open loans at the end of that day."""
        on = date.fromisoformat(day)
        books = self.village.past.at(on)
        set_aside = allowances(books, on)
        lines: list[dict[str, object]] = []
        for loan in sorted(books.open_loans(), key=lambda loan: loan.id):
            principal, interest = loan.position.overdue(on)
            lines.append(
                {
                    "loan": loan.id,
                    "member": loan.request.member,
                    "principal_outstanding": int(loan.position.principal_outstanding),
                    "days_late": loan.position.days_late(on),
                    "overdue_principal": int(principal),
                    "overdue_interest": int(interest),
                    "penalties_unpaid": int(loan.position.penalties_unpaid),
                    "allowance": int(set_aside[loan.id]),
                }
            )
        return lines

    def trial_balance(self, day: str, *, closed: bool = False) -> list[dict[str, object]]:
        """Entries dated up to `day`; the closing entries dated that very day only when `closed`."""
        balances: dict[str, int] = {}
        for entry in self.village.entries():
            left_out = entry.item == "closing" and str(entry.on) == day and not closed
            if str(entry.on) <= day and not left_out:
                for posting in entry.postings:
                    balances[posting.account] = balances.get(posting.account, 0) + posting.amount
        return [
            {"account": account, "debit": int(max(0, balance)), "credit": int(max(0, -balance))}
            for account, balance in sorted(balances.items())
            if balance
        ]

    def dividend(self, year: str) -> dict[str, int]:
        """What every member's dividend of a closed year was."""
        closed = [entry for entry in self.village.entries() if entry.item == "closing"]
        return {
            str(PersonId(str(posting.holder))): int(-posting.amount)
            for entry in closed
            if str(entry.on).startswith(year)
            for posting in entry.postings
            if posting.account == "2210"
        }


def told(path: Path) -> Year:
    """Perform the acts of a file; today is the date of its last line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    acts = list(parse_lines(lines))
    today = acts[-1][1].on
    year = Year(Village())
    for (number, act), line in zip(acts, lines, strict=True):
        answer = year.village.perform_line(line, today)
        decision: Decision = {"act": act.kind, "accepted": not isinstance(answer, Refused)}
        if isinstance(answer, Refused):
            decision["problems"] = sorted(problem.code for problem in answer.problems)
        else:
            decision["number"] = answer.number
            if answer.checklist is not None:
                decision["checklist_fails"] = sorted(line.code for line in answer.checklist if not line.passed)
        year.decisions[str(number)] = decision
    return year


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def expected(path: Path) -> dict[str, Any]:
    figures: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return figures
