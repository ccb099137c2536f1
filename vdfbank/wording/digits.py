"""Lao digits: written as the last step of a figure, understood wherever a figure is typed."""

_LAO = str.maketrans("0123456789", "໐໑໒໓໔໕໖໗໘໙")
_ASCII = str.maketrans("໐໑໒໓໔໕໖໗໘໙", "0123456789")


def lao_digits(text: str) -> str:
    return text.translate(_LAO)


def ascii_digits(text: str) -> str:
    return text.translate(_ASCII)
