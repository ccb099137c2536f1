"""A village to tell stories about: each line an act, performed in memory as the book would perform it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vdfbank.acts.codec import act_fields, dump, parse
from vdfbank.bank.account import ALLOWANCE, CASH_BOX, LOANS, SAVINGS, SHARES
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.bank.problem import Problem
from vdfbank.journal.entry import JournalEntry
from vdfbank.journal.post import Posted, post
from vdfbank.journal.seal import FIRST
from vdfbank.loans.position import Position
from vdfbank.rules.books import Books, Loan, Member
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked, CheckLine, Refused
from vdfbank.rules.past import Past

#: Who lives in the village of the stories: M01 to M12 each a household of their own, M13 in that of M06.
MEMBERS = tuple(f"M{number:02d}" for number in range(1, 14))
ADVISERS = ("V01", "V02", "V03")
MANAGEMENT = {"M01": "president", "M02": "treasurer", "M03": "secretary", "M04": "member", "M05": "member"}
YES = {"M01": "yes", "M02": "yes", "M03": "yes"}

#: The fields of an act in the order a story names them; the last one takes the rest of the line.
WORDS: dict[str, tuple[str, ...]] = {
    "join": ("member",),
    "save": ("member", "amount"),
    "withdraw": ("member", "amount"),
    "buy_shares": ("member", "amount"),
    "redeem_shares": ("member", "amount"),
    "repay": ("member", "loan", "amount"),
    "settle": ("loan", "amount"),
    "spend": ("account", "amount"),
    "receive": ("account", "amount"),
    "deposit_cash": ("amount",),
    "draw_cash": ("amount",),
    "apply": ("loan", "member", "amount"),
    "decide": ("loan", "outcome"),
    "withdraw_application": ("loan",),
    "pay_out": ("loan",),
    "reschedule": ("loan", "months"),
    "write_off": ("loan",),
    "recover": ("loan", "amount"),
    "leave": ("member",),
    "die": ("member", "nominee"),
    "name_nominee": ("member", "nominee"),
    "count_cash": ("counted",),
    "reverse": ("number", "member"),
    "correct": ("number",),
    "close_month": ("month",),
    "close_year": ("year",),
    "pay_dividend": ("year", "how"),
    "train": ("module",),
    "savings_day": (),
    "agree_bylaws": (),
    "confirm": ("what",),
    "elect": ("committee",),
    "register": (),
    "found": (),
}
#: Fields that are text or ids even where they look like numbers.
TEXTS = {"account", "month", "loan", "member", "nominee", "note", "reason", "by", "seconded_by", "witness", "purpose"}
LISTS = {"guarantors", "signed_by", "attended", "completed", "members", "pay_outs", "methods", "allocation"}
#: Kip as people write them, ``1 250 000``.
AMOUNT = re.compile(r"(?<![^\s:=])\d{1,3}(?: \d{3})+(?![^\s,])")
PENALTY = {"percent_of_unpaid": "bp", "fixed": "amount"}


class Village:
    """A village bank in memory; `objections` are those of the last act performed."""

    def __init__(self) -> None:
        self.books = Books()
        self.past = Past()
        self.seal = FIRST
        self.posted: list[Posted] = []
        self.answer: Checked | Refused | None = None
        self.labels: dict[str, int] = {}

    # --- performing ----------------------------------------------------------------------------------------------

    def perform(self, kind: str, on: str | date, **fields: object) -> Checked | Refused:
        """Perform one act, given as the text form has it."""
        return self.perform_line(json.dumps({"act": kind, "on": str(on), **fields}, ensure_ascii=False))

    def perform_line(self, line: str, today: date | None = None) -> Checked | Refused:
        """Check, post, remember: what the book does with a line of acts."""
        act = parse(line)
        answer = check(act, self.books, self.past, today=today)
        if isinstance(answer, Checked):
            posted = post(answer, self.books, self.seal)
            after = self.past.after(self.books, answer)
            self.past.add(answer, after)
            self.books, self.seal = after, posted.seal
            self.posted.append(posted)
            self._stands()
        self.answer = answer
        return answer

    def _stands(self) -> None:
        """What must be so after every act: the trial balance is zero, the sub-ledgers are the accounts."""
        books = self.books
        assert sum(books.account_total(account) for account in books.balances) == 0
        assert books.loans_outstanding == total(loan.position.principal_outstanding for loan in books.open_loans())
        for loan, owed in books.balances.get(LOANS, {}).items():
            assert owed == books.loans[LoanId(loan)].position.principal_outstanding, loan
        for account in (SAVINGS, SHARES):
            assert all(-held > 0 for held in books.balances.get(account, {}).values()), account
        assert set(books.balances.get(SAVINGS, {})) <= set(books.members)
        assert books.cash_box >= 0
        assert books.bank >= 0

    @property
    def objections(self) -> list[Problem]:
        """What the rules object to in the last act."""
        return list(self.answer.problems) if isinstance(self.answer, Refused) else []

    @property
    def codes(self) -> list[str]:
        return sorted(problem.code for problem in self.objections)

    @property
    def checklist(self) -> tuple[CheckLine, ...]:
        """The checklist of the application just recorded."""
        assert isinstance(self.answer, Checked)
        assert self.answer.checklist is not None
        return self.answer.checklist

    @property
    def failing(self) -> list[str]:
        """The lines of the last checklist that are not passed."""
        return sorted(line.code for line in self.checklist if not line.passed)

    # --- telling -------------------------------------------------------------------------------------------------

    def tell(self, story: str | None) -> None:
        """
        Perform a story, a line an act: ``2025-01-05  save  M01  20 000``.

        ``-> more_than_balance`` at the end of a line: it is refused with exactly these codes. A refused line without
        an arrow must be the last of the story (the test then looks at `objections`). ``(a)`` names an act, so that
        ``reverse  (a)`` can name it again. `lend` is apply, decide and pay out in one.
        """
        lines = [line.strip() for line in (story or "").splitlines()]
        told = [line for line in lines if re.match(r"\d{4}-\d\d-\d\d\s", line)]
        for index, line in enumerate(told):
            words, _, expected = line.partition("->")
            self.perform_words(words)
            if expected:
                assert self.codes == sorted(expected.split()), (line, self.objections)
            elif self.objections:
                assert index == len(told) - 1, (line, self.objections)

    def perform_words(self, line: str) -> None:
        label = re.search(r"\s\((\w+)\)\s*$", line)
        if label and re.match(r"\S+\s+(reverse|correct)\s", line) and line.count("(") == 1:
            label = None  # it names the act that is undone
        if label:
            line = line[: label.start()]
        on, kind, *words = AMOUNT.sub(lambda amount: amount.group().replace(" ", ""), line).split()
        if kind == "lend":
            self._lend(on, words)
        else:
            self.perform(kind, on, **self._fields(kind, on, words))
        if label and not self.objections:
            self.labels[label.group(1)] = self.books.number

    def _lend(self, on: str, words: list[str]) -> None:
        self.perform("apply", on, **self._fields("apply", on, words))
        assert self.failing == [], self.failing
        self.perform("decide", on, **self._fields("decide", on, [words[0], "approved"]))
        assert not self.objections, self.objections
        self.perform("pay_out", on, loan=words[0])

    def _fields(self, kind: str, on: str, words: list[str]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        plain = [word for word in words if "=" not in word]
        if kind == "savings_day":
            fields["lines"] = list(_day_lines(" ".join(plain)))
        elif kind == "apply":
            plain = plain[:3] + [word for word in plain[3:] if not _terms(word, plain, fields)]
        names = WORDS[kind]
        for index, name in enumerate(names):
            if index < len(plain):
                last = index == len(names) - 1 and name == "nominee"
                fields[name] = self._value(name, " ".join(plain[index:]) if last else plain[index])
        for word in words:
            if "=" in word:
                name, _, value = word.partition("=")
                fields[name] = self._value(name, value)
        return self._with_defaults(kind, on, fields)

    def _value(self, name: str, text: str) -> object:
        if text.startswith("("):
            return self.labels[text.strip("()")]
        if name in LISTS:
            return [part for part in text.split(",") if part]
        if name in TEXTS:
            return text.replace("_", " ") if name in ("note", "reason", "purpose") else text
        return _figure(name, text)

    def _with_defaults(self, kind: str, on: str, fields: dict[str, Any]) -> dict[str, Any]:
        """What a story leaves out because it is as always."""
        usual = dict(USUAL.get(kind, {}))
        if kind == "agree_bylaws":
            own = ("in_force", "by", "seconded_by", "note")
            bylaws = {name: value for name, value in fields.items() if name not in own}
            given = {name: value for name, value in fields.items() if name in own}
            return {"in_force": on, "bylaws": bylaws, **given}
        if kind in ("savings_day", "count_cash") and "counted" not in fields:
            difference = fields.pop("difference", 0)
            usual["counted"] = max(0, self.books.cash_box + self._moved(fields) + difference)
        if kind == "close_month" and "counted" not in fields:
            year, month = (int(part) for part in fields["month"].split("-"))
            end = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
            usual["counted"] = self.past.at(date.fromordinal(end)).cash_box
        return {**usual, **{name: value for name, value in fields.items() if value != "none"}}

    def _moved(self, fields: Mapping[str, Any]) -> int:
        """What the lines of a savings day put into the box, less what they take out."""
        moved: int = 0
        for line in fields.get("lines", ()):
            repaid = line.get("repay", 0)
            moved += sum(part["amount"] for part in repaid) if isinstance(repaid, list) else repaid
            moved += line.get("save", 0) + line.get("shares", 0) - line.get("withdraw", 0)
        moved -= sum(expense["amount"] for expense in fields.get("spend", ()))
        loans = (self.books.loans.get(LoanId(loan)) for loan in fields.get("pay_outs", ()))
        return moved - sum(loan.request.amount for loan in loans if loan is not None)

    # --- asking --------------------------------------------------------------------------------------------------

    def loan(self, loan: str) -> Loan:
        return self.books.loans[LoanId(loan)]

    def position(self, loan: str) -> Position:
        return self.loan(loan).position

    def member(self, member: str) -> Member:
        return self.books.members[PersonId(member)]

    def savings(self, member: str) -> Money:
        return self.books.savings(PersonId(member))

    def shares(self, member: str) -> Money:
        return self.books.shares(PersonId(member))

    def held(self, account: str) -> int:
        """The balance of an account, on its usual side positive (assets and expenses debit, all else credit)."""
        books = self.books
        balance = sum(sum(held.values()) for number, held in books.balances.items() if number == account)
        return balance if account[0] in "15" and account != ALLOWANCE else -balance

    def entries(self) -> Iterator[JournalEntry]:
        return (entry for posted in self.posted for entry in posted.entries)

    def last_entries(self) -> list[tuple[str, str | None, int]]:
        """The postings of the last act: account, holder, amount."""
        postings = (posting for entry in self.posted[-1].entries for posting in entry.postings)
        return [(posting.account, posting.holder, int(posting.amount)) for posting in postings]

    def trial_balance(self, day: str) -> dict[str, int]:
        """Debit-positive balances of all entries dated up to `day`."""
        balances: dict[str, int] = {}
        for entry in self.entries():
            if str(entry.on) <= day:
                for posting in entry.postings:
                    balances[posting.account] = balances.get(posting.account, 0) + posting.amount
        return {account: int(balance) for account, balance in sorted(balances.items()) if balance}

    def acts(self) -> list[str]:
        return [dump(posted.checked.act) for posted in self.posted]

    def lines(self) -> Iterator[dict[str, Any]]:
        return (act_fields(posted.checked.act) for posted in self.posted)

    @property
    def box(self) -> Money:
        return self.books.balance(CASH_BOX)


def _figure(name: str, text: str) -> object:
    """Votes ``M01:y,M02:n``, a penalty ``fixed:5000``, or whatever JSON reads."""
    if name == "votes":
        words = {"y": "yes", "n": "no", "a": "abstain"}
        pairs = (vote.split(":") for vote in text.split(",") if vote)
        return {who: words.get(vote, vote) for who, vote in pairs}
    if name == "penalty":
        kind, _, figure = text.partition(":")
        return {"kind": kind, PENALTY[kind]: int(figure)}
    try:
        return json.loads(text)
    except ValueError:
        return text


def _day_lines(words: str) -> Iterator[dict[str, Any]]:
    """``M01 save 20000, M02 repay L1:118000 L2:5000 withdraw 10000``."""
    for line in filter(None, (part.strip() for part in words.split(","))):
        member, *rest = line.split()
        fields: dict[str, Any] = {"member": member}
        name = ""
        for word in rest:
            if ":" in word:
                loan, amount = word.split(":")
                fields[name] = [*fields.get(name, []), {"loan": loan, "amount": int(amount)}]
            elif word.isdigit():
                fields[name] = int(word)
            else:
                name = word
        yield fields


def _terms(word: str, words: list[str], fields: dict[str, Any]) -> bool:
    """``6 months  300 bp  flat  emergency``: how an application goes on after its amount."""
    if word in ("months", "bp"):
        fields["months" if word == "months" else "rate_bp"] = int(words[words.index(word) - 1])
    elif word in ("ordinary", "emergency"):
        fields["product"] = word
    elif word in ("flat", "declining", "annuity", "bullet_monthly", "bullet_end"):
        fields["method"] = word
    return True


USUAL: dict[str, dict[str, Any]] = {
    "apply": {
        "product": "ordinary",
        "months": 3,
        "rate_bp": 300,
        "method": "declining",
        "purpose": "seed",
        "guarantors": ["M11", "M12"],
    },
    "decide": {"votes": YES},
    "reschedule": {"votes": YES, "reason": "rice flooded"},
    "write_off": {"votes": YES, "reason": "moved away"},
    "correct": {"votes": YES, "reason": "typed wrong"},
    "reverse": {"reason": "typed wrong"},
    "savings_day": {"witness": "V01"},
    "count_cash": {"witness": "V01"},
    "name_nominee": {"witness": "V01"},
    "close_month": {"signed_by": ["V01", "V02"]},
    "spend": {"note": "bought"},
    "receive": {"note": "given"},
    "train": {"title": "A day of it", "trainer": "District LWU", "minutes": 120, "attended": list(MEMBERS)},
    "confirm": {"detail": "copy of 3 May", "by": "M01", "seconded_by": "M02"},
    "found": {
        "village": "Ban Nam",
        "district": "Muang Nam",
        "province": "Khoueng Nam",
        "village_code": "01-01-001",
        "currency": "LAK",
        "fiscal_year": "01-01",
        "savings_day": 5,
        "interested": 16,
    },
}


def person(number: str, household: str | None = None) -> dict[str, Any]:
    """Odd numbers are women, even ones men."""
    sex = "F" if int(number[1:]) % 2 else "M"
    return {"id": number, "name": f"Name {number}", "sex": sex, "household": household or f"H{number[1:]}-{number[0]}"}


def founded(fiscal_year: str = "01-01", **bylaws: object) -> Village:
    """A village with both committees, by-laws in force from 1 January 2025 and everybody trained; nobody joined yet."""
    village = Village()
    people = [person(number) for number in (*MEMBERS[:-1], *ADVISERS, "N01")]
    village.perform("found", "2024-12-01", **{**USUAL["found"], "fiscal_year": fiscal_year})
    village.perform("register", "2024-12-01", people=[*people, person("M13", household="H06-M")])
    for module in ("village_banking", "safe_migration", "business"):
        village.perform("train", "2024-12-10", module=module, **USUAL["train"])
    seats = [{"person": who, "role": role} for who, role in MANAGEMENT.items()]
    village.perform("elect", "2024-12-15", committee="management", seats=seats)
    roles = zip(ADVISERS, ("village_head", "lwu", "adviser"), strict=True)
    advisers = [{"person": who, "role": role} for who, role in roles]
    village.perform("elect", "2024-12-15", committee="advisory", seats=advisers)
    village.perform("agree_bylaws", "2024-12-20", in_force="2025-01-01", bylaws=bylaws)
    assert not village.objections, village.objections
    return village


def joined(fiscal_year: str = "01-01", **bylaws: object) -> Village:
    """The same village after everybody joined on 1 January 2025: 130 000 of entry fees in the box."""
    village = founded(fiscal_year, **bylaws)
    for member in MEMBERS:
        village.perform("join", "2025-01-01", member=member)
    return village


def saved(amount: int = 200_000, fiscal_year: str = "01-01", **bylaws: object) -> Village:
    """Everybody joined and saved `amount` on 1 January 2025: loans from 1 April on; 2 730 000 in the box."""
    village = joined(fiscal_year, **bylaws)
    for member in MEMBERS:
        village.perform("save", "2025-01-01", member=member, amount=amount)
    return village
