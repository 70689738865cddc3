"""Turns a number said in one unit into the unit that a column is kept in: “3 kg” is 3000 in body_mass_g."""

from __future__ import annotations

from assistant.router.entities.names import parts
from assistant.router.wording.normalize import plain_number

SIZES: dict[str, dict[str, float]] = {
    "length": {
        "mm millimeter millimeters millimetre millimetres": 0.001, "cm centimeter centimeters centimetre centimetres": 0.01, "m meter meters metre metres": 1.0,
        "km kms kilometer kilometers kilometre kilometres": 1000.0, "mi mile miles": 1609.344, "ft foot feet": 0.3048, "in inch inches": 0.0254,
    },
    "area": {"mm2": 1e-6, "cm2 sqcm": 0.0001, "sqm m2 qm": 1.0, "km2 sqkm": 1e6, "sqft ft2": 0.09290304, "ha hectare hectares": 10000.0},
    "mass": {"mg milligram milligrams": 0.001, "g gram grams": 1.0, "kg kgs kilo kilos kilogram kilograms": 1000.0, "lb lbs pound pounds": 453.59237, "t ton tons tonne tonnes": 1e6},
    "volume": {"ml milliliter milliliters millilitre millilitres": 0.001, "l liter liters litre litres": 1.0, "m3 cbm": 1000.0},
    "time": {"s sec secs second seconds": 1.0, "min mins minute minutes": 60.0, "h hr hrs hour hours": 3600.0, "d day days": 86400.0, "wk week weeks": 604800.0},
    "calendar": {"mo month months": 1.0, "yr yrs year years": 12.0},
    "power": {"w watt watts": 1.0, "kw kilowatt kilowatts": 1000.0, "mw megawatt megawatts": 1e6},
    "frequency": {"hz hertz": 1.0, "khz kilohertz": 1000.0, "mhz megahertz": 1e6},
    "pressure": {"pa pascal": 1.0, "hpa mbar millibar": 100.0, "kpa": 1000.0, "psi": 6894.757},
    "energy": {"kwh": 1.0, "mwh": 1000.0},
    "dollars": {"usd dollar dollars bucks": 1.0}, "euros": {"eur euro euros": 1.0}, "sterling": {"gbp quid": 1.0}, "francs": {"chf franc francs": 1.0},
}  # fmt: skip
"""What is measured, in which units, and how large each is beside the others of its line."""
_UNITS = {word: (quantity, size) for quantity, sizes in SIZES.items() for words, size in sizes.items() for word in words.split()}
SIGN_OF = {"$": "dollars", "€": "euros", "£": "gbp"}
"""The signs that stand before a sum of money, or in the name of a column of such."""
SPREAD = frozenset(["max", "mean", "avg", "median", "maximum"])
"""Words that stand beside the min which is no minute."""


def leads(pieces: tuple[str, ...] | list[str]) -> bool:
    """Says whether the unit of a column stands first in its name: `days_ahead`, `MinutesLate`."""
    return len(pieces) > 1 and len(pieces[0]) > 3 and pieces[0].endswith("s")


def unit_of(column: str, names: tuple[str, ...]) -> str | None:
    """The unit at the end of a column's name; the temp_min beside a temp_max is no minute, and a column called m no metre."""
    pieces = parts(column)
    unit = next((word for sign, word in SIGN_OF.items() if sign in column), pieces[-1] if pieces else "")
    if unit.isdigit() and len(pieces) > 2:
        unit = "".join(pieces[-2:])  # m2
    if unit in _UNITS and len(pieces) > 1 and len(pieces[-2]) > 2 and pieces[-2] in _UNITS:
        unit = pieces[-2]  # the hours_week are hours
    if unit not in _UNITS and leads(pieces):
        unit = pieces[0]
    if unit not in _UNITS or (len(pieces) == 1 and len(unit) < 4):
        return None
    lowest = unit == "min" and any(parts(other)[:-1] == pieces[:-1] and parts(other)[-1] in SPREAD for other in names)
    return None if lowest else unit


def other_unit(said: str, column: str, names: tuple[str, ...]) -> str | None:
    """The unit of a column where a number was said in another one; None where they agree or either is not known."""
    own = unit_of(column, names)
    if own and said in _UNITS and any(_UNITS.get(part) == _UNITS[said] for part in parts(column)[:-1]):
        return None  # hours_week holds hours
    return own if own and said != "in" and said in _UNITS and _UNITS[said] != _UNITS[own] else None


def converted(number: float, said: str, unit: str) -> float | int | None:
    """The number in another unit of the same quantity, to ten digits; None where the two measure different things, as months and days do."""
    (quantity, size), (wanted, other) = _UNITS[said], _UNITS[unit]
    return plain_number(float(f"{number * size / other:.10g}")) if quantity == wanted else None


def of_quantity(said: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that are kept in a unit which a number said in this one can be turned into."""
    units = {name: unit for name in names if said in _UNITS and said != "in" and (unit := unit_of(name, names))}
    return tuple(name for name, unit in units.items() if converted(1, said, unit) is not None)


def in_any_unit(number: float, said: str) -> list[float]:
    """The number in every unit of what it measures; empty where the word is no unit."""
    quantity = _UNITS[said][0] if said in _UNITS and said != "in" else ""
    return [value for unit, (other, _) in _UNITS.items() if other == quantity and (value := converted(number, said, unit)) is not None]
