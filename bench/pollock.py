"""Scores the loader on the Pollock benchmark of polluted CSV files (Vitagliano et al., PVLDB 16(8), 2023).

    python bench/pollock.py FOLDER [--kind NAME] [--worst N]

FOLDER holds the benchmark's ``polluted_files.tar.xz`` (with ``csv/`` and ``clean/``) and ``weights.json``. Every file is
read as ``playground load FILE --out OUT.csv`` reads it, with no parameter given, and what was written is compared with
the clean file of the same name. Ten numbers a file: success, and precision, recall and F1 of the header's cells, of
the records, and of all cells. Two decisions: names that the loader invented for a file without a header are not
written, and the clear refusal of an empty file counts as success.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

NUMBERS = ("success", *(f"{part} {what}" for part in ("header", "record", "cell") for what in ("P", "R", "F1")))
DATES = ("%d/%m/%Y", "%Y-%m-%d", "%m/%d/%Y", "%d.%m.%Y")
TIMES = ("%H:%M", "%H:%M:%S")
PRICE = re.compile(r"([$€£])\s*(\d+(?:\.\d+)?)")
WORDS = {"true": "1", "false": "0"}


def main() -> None:
    """Load every file, score it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="where polluted_files.tar.xz and weights.json lie")
    parser.add_argument("--kind", help="only files of this kind, such as row_more_sep")
    parser.add_argument("--worst", type=int, default=0, help="list so many of the files with the lowest scores")
    wanted = parser.parse_args()
    weights = json.loads((wanted.folder / "weights.json").read_text())
    with tempfile.TemporaryDirectory() as unpacked:
        with tarfile.open(wanted.folder / "polluted_files.tar.xz") as archive:
            archive.extractall(unpacked, filter="data")
        scores = {
            polluted.name: score_of(polluted, polluted.parents[1] / "clean" / polluted.name, Path(unpacked) / "out.csv")
            for polluted in sorted(Path(unpacked).rglob("csv/*.csv"))
            if wanted.kind in (None, kind_of(polluted.name))
        }
    report(scores, weights)
    for name in sorted(scores, key=lambda name: sum(scores[name]))[: wanted.worst]:
        sys.stdout.write(f"{sum(scores[name]):7.3f}  {name}\n")


def score_of(polluted: Path, clean: Path, out: Path) -> list[float]:
    """Give the ten numbers of one file."""
    expected = rows_of(clean)
    if not load(polluted, out):
        return [1.0] * 10 if not expected else [0.0] * 10
    return [1.0, *compare(expected, rows_of(out))]


def load(polluted: Path, out: Path) -> bool:
    """Load a file and write it out as the command does; say whether it was loaded."""
    from engine.errors import Refusal
    from engine.ingest.understand import understand
    from engine.ingest.writing import write_table

    try:
        write_table(understand(polluted, polluted.name), polluted, out)
    except Refusal:
        return False
    return True


def rows_of(path: Path) -> list[list[str]]:
    """Read plain CSV."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def compare(expected: list[list[str]], loaded: list[list[str]]) -> list[float]:
    """Compare the first lines, the other lines and all cells, as multisets."""
    if not expected:
        return [1.0] * 9
    header = overlap(map(normal, expected[0]), map(normal, loaded[0] if loaded else []))
    records = overlap(map(joined, expected[1:]), map(joined, loaded[1:])) if expected[1:] else [1.0] * 3
    cells = overlap((cell for row in expected for cell in row), (cell for row in loaded for cell in row))
    return [*header, *records, *cells]


def overlap(expected: Iterable[str], loaded: Iterable[str]) -> list[float]:
    """Give completeness, conciseness and their harmonic mean."""
    wanted, found = Counter(expected), Counter(loaded)
    both = (wanted & found).total()
    if not both:
        return [0.0] * 3
    complete, concise = both / wanted.total(), both / found.total()
    return [complete, concise, 2 * complete * concise / (complete + concise)]


def joined(cells: list[str]) -> str:
    """Write a line as its normalised cells without a separator."""
    return "".join(map(normal, cells))


def normal(cell: str) -> str:
    """Bring a cell to one form: numbers, truth values, dates, times and prices; other text in lower case."""
    text = cell.strip()
    if text.lower() in WORDS:
        return WORDS[text.lower()]
    for convert in (int, float):
        try:
            return str(convert(text))
        except (ValueError, OverflowError):
            continue
    if price := PRICE.fullmatch(text):
        return f"{price[1]}{float(price[2])}"
    for form in (*DATES, *TIMES):
        try:
            return datetime.strptime(text, form).isoformat()
        except ValueError:
            continue
    return text.lower()


def kind_of(name: str) -> str:
    """Name the pollution of a file; the files of one row pollution are one kind."""
    return re.sub(r"(?:_?\d+)?(?:_?row\d+)?(?:_col\d+)?(?:_\d+_0x20)?\.csv$", "", name) if name[:4] == "row_" else name[:-4]


def report(scores: dict[str, list[float]], weights: dict[str, float]) -> None:
    """Print the score of each kind, then simple, weighted and macro score."""
    kinds = defaultdict(list)
    for name, numbers in scores.items():
        kinds[kind_of(name)].append(sum(numbers))
    for kind, sums in sorted(kinds.items()):
        sys.stdout.write(f"{sum(sums) / len(sums):7.3f}  {kind} ({len(sums)})\n")
    total = sum(weights.get(name, 0) for name in scores)
    weighted = sum(weights.get(name, 0) * sum(numbers) for name, numbers in scores.items()) / total if total else 0.0
    simple = sum(map(sum, scores.values())) / len(scores)
    macro = sum(sum(sums) / len(sums) for sums in kinds.values()) / len(kinds)
    means = [sum(numbers[place] for numbers in scores.values()) / len(scores) for place in range(len(NUMBERS))]
    sys.stdout.write("  ".join(f"{name} {mean:.4f}" for name, mean in zip(NUMBERS, means, strict=True)) + "\n")
    sys.stdout.write(f"{len(scores)} files: simple {simple:.3f}, weighted {weighted:.3f}, macro {macro:.3f}\n")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
