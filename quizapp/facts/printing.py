"""Numerals printed like another: same scale word, same decimals, words for words."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from quizapp.facts.numerals import ONES, ORDINALS, PARTS, TENS, Numeral

_VULGAR = {
    Fraction(top, under): sign
    for under, signs in {2: "½", 3: "⅓⅔", 4: "¼ ¾", 5: "⅕⅖⅗⅘", 8: "⅛ ⅜ ⅝ ⅞"}.items()
    for top, sign in enumerate(signs, 1)
    if sign != " "
}
_SHARES = [Fraction(top, under) for under in (2, 3, 4, 5, 10) for top in range(1, under)]


def nearest(value: Fraction, step: Fraction) -> Fraction:
    """Return the multiple of `step` (above 0) nearest to the value; halves go up."""
    if step == 1 and value.denominator == 1:
        return value
    return floor(value / step + Fraction(1, 2)) * step


def print_like(value: Fraction, like: Numeral, printed: str) -> str:
    """Return the value in the style of `like`, which the text printed as `printed`.

    The value should already be rounded to the digit that is to be shown.
    """
    text = _ordinal(round(value), like) if like.ordinal else _cardinal(value, like, printed)
    return text[:1].upper() + text[1:] if printed[:1].isupper() else text


def _cardinal(value: Fraction, like: Numeral, printed: str) -> str:
    if like.style == "share" and 0 < value < like.scale:
        return _share(value / like.scale, like, in_words=printed[:1].isalpha())
    if like.scale in (12, 100):  # "5 dozen", "2 hundred": the next figure is rarely a whole number of them
        return _digits(value, grouped=True)
    mantissa = value / like.scale if like.scale != 1 else value
    if like.style == "words" and mantissa in range(1000):
        return in_words(int(mantissa)) + like.suffix
    suffix = like.suffix.replace(" of", "").replace(" a ", " ")
    grouped = "," in printed or abs(like.value / like.scale) < 1000
    return _digits(mantissa, grouped=grouped) + suffix


def _digits(mantissa: Fraction, *, grouped: bool) -> str:
    """Return decimals where they are exact, else a whole number and a fraction."""
    if mantissa.denominator == 1:
        return f"{mantissa.numerator:,}" if grouped else str(mantissa.numerator)
    sign, whole = "-" if mantissa < 0 else "", floor(abs(mantissa))
    part = abs(mantissa) - whole
    text = f"{whole:,}" if grouped else str(whole)
    if not part:
        return sign + text
    if part in _VULGAR and part.denominator != 5:
        return sign + (text if whole else "") + _VULGAR[part]
    places = next((n for n in range(1, 13) if 10**n % part.denominator == 0), 0)
    if places:
        return f"{sign}{text}.{int(part * 10**places):0{places}}"
    return f"{sign}{text} {part}" if whole else f"{sign}{part}"


def _share(value: Fraction, like: Numeral, *, in_words: bool) -> str:
    """Return the nearest share that has a name: halves to quarters, fifths, tenths."""
    share = min(_SHARES, key=lambda named: (abs(named - value), named.denominator))
    if not in_words:
        return _VULGAR.get(share, str(share)) + like.suffix
    name = next(name for name, under in PARTS.items() if under == share.denominator)
    count = "a " + name if share.numerator == 1 else f"{ONES[share.numerator]} {name}s"
    if not like.suffix:
        return name if name == "half" else count
    what = f"a {like.suffix.split()[-1]}"
    return f"half {what}" if name == "half" else f"{count} of {what}"


def _ordinal(value: int, like: Numeral) -> str:
    if like.style == "words" and 0 < value < 100:
        return _ordinal_words(value)
    teens = 10 < abs(value) % 100 < 20
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(abs(value) % 10, "th")
    return f"{value:,}{ending}"


def _ordinal_words(value: int) -> str:
    tens, ones = divmod(value, 10)
    if value < 20:
        return ORDINALS[value]
    return f"{TENS[tens]}-{ORDINALS[ones]}" if ones else f"{TENS[tens][:-1]}ieth"


def in_words(value: int) -> str:
    """Return an integer from 0 to 999 in words: 22 -> "twenty-two"."""
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    small = ONES[rest] if rest < 20 else TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    if not hundreds:
        return small
    return f"{ONES[hundreds]} hundred" + (f" {small}" if rest else "")
