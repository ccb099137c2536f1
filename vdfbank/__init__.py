"""vdfbank: the desktop program village banks in Lao PDR keep their books with."""

__version__ = "0.1.0"
