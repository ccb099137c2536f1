"""Say what went wrong outside the rules: in the language of the window where we know the words."""

from __future__ import annotations

from vdfbank.acts.malformed import MalformedError
from vdfbank.bank.problem import VdfError
from vdfbank.office.opening_sheet import WrongSheetError
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: By the name of the error: what it means and what to do.
_SENTENCES = {
    "NoBookError": N_("There is no such book any more. Look for the file, or restore it from a backup."),
    "NotABookError": N_("This file is not a book of vdfbank. Choose a file that ends in .vdf; this one is unchanged."),
    "DamagedBookError": N_("This book is damaged. Keep the file as it is and restore the last backup beside it."),
    "BookIsNewerError": N_(
        "This book was last used with a newer vdfbank. Update this program first; the book is unchanged."
    ),
    "BookExistsError": N_("A book of that name is already there. Choose another name; the file is unchanged."),
    "BookLockedError": N_("This book is open elsewhere. Close it there, or wait until it is done, and try again."),
    "ReadOnlyBookError": N_(
        "This book cannot be written here. Copy it to the disk of this computer and open the copy."
    ),
    "UnreadableBookError": N_("This book cannot be opened. See that you may read it and that its folder is there."),
    "DiskFullError": N_("There is no room left on the disk. Free some space; nothing was half written."),
    "DiskFailedError": N_(
        "The disk failed. Look whether the last act is there before entering it again, then back up to another disk."
    ),
    "SettingRefusedError": N_("This book cannot be used safely. Restore the last backup."),
    "MalformedError": N_("This file holds no acts as vdfbank writes them; nothing of it was performed."),
    "UnreadableFileError": N_("This file cannot be read. Check the name and try again; nothing was performed."),
    "UpgradeFailedError": N_(
        "This book could not be brought to the new format; it is unchanged. Go on with the program you had, and show "
        "this to the district."
    ),
    "BalanceTooLargeError": N_("An account would hold more than the book can add up. Look at the amounts again."),
    "PracticeThereError": N_("A practice village with other acts is there already. Choose another folder."),
    "NotYetError": N_("This has not happened in the book yet. Ask for another day or month."),
    "MissingError": N_("Say for which day, month, member or loan it should be."),
    "NoSealError": N_("This is no seal. Type the 12 characters of the audit sheet."),
    "OtherVoucherError": N_("This voucher is printed by another form. Choose the form of its kind."),
    "NoSuchLineError": N_("The page of the passbook has no such line. Count its lines again."),
    "NoFolderError": N_("That folder is not there. Put the stick in or choose another; nothing was copied."),
    "UnreadableSheetError": N_(
        "This file cannot be read as a spreadsheet. Save it as XLSX, ODS or CSV; nothing was done."
    ),
    "WrongSheetError": N_("The spreadsheet is not filled in as it has to be. Look at its headings; nothing was done."),
    "NoScreenError": N_("There is no screen here to open the window on."),
}
_LINE = N_(
    "Line {line} of this file is no act as vdfbank writes them: look at the field {field}. Nothing of it was performed."
)
_CELL = N_("Sheet {sheet}, row {row}, column {column}: this is not what has to stand there. Nothing was done.")
_DISK = N_("The computer could not do that. Check disk and stick, then try again.")
_OUR_FAULT = N_("Something in this program is wrong. The book stays as it was; the log holds what to send us.")


def failure_sentence(error: Exception, language: Language) -> str:
    """One sentence with a way out. English errors speak for themselves and name file and place."""
    if isinstance(error, VdfError) and language.code == "en":
        return str(error)
    if isinstance(error, MalformedError) and error.line is not None:
        return language.say(_LINE, line=language.number(error.line), field=error.field)
    if isinstance(error, WrongSheetError) and error.row is not None:
        return language.say(_CELL, sheet=error.sheet, row=language.number(error.row), column=error.column)
    for kind in type(error).__mro__:
        if kind.__name__ in _SENTENCES:
            return language.say(_SENTENCES[kind.__name__])
    if isinstance(error, VdfError):
        return str(error)
    return language.say(_DISK if isinstance(error, OSError) else _OUR_FAULT)
