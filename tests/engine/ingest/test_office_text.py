"""Text files as offices make them, and what a careful person would read in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pytest

from engine.ingest import Understood

Read = Callable[..., Understood]
MISSING = None


@dataclass
class Office:
    """A file, and some of what must be read in it: its shape, cells by column, and words that must be said."""

    text: str
    shape: tuple[int, int]
    cells: dict[str, list[Any]] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    hints: dict[str, Any] = field(default_factory=dict)
    encoding: str = "utf-8"


def lines(head: str, row: Callable[[int], str], count: int = 12, foot: str = "") -> str:
    """Write a head, some rows and a foot."""
    return head + "\n" + "\n".join(row(n) for n in range(count)) + "\n" + foot


FILES = {
    "two header rows, the upper one for groups": Office(
        lines("region,2023,,2024,\n,sales,cost,sales,cost", lambda n: f"R{n},{n}.5,{n},{n + 1}.5,{n + 2}"),
        (12, 5),
        {"2023 sales": [0.5, 1.5], "2024 cost": [2, 3]},
        ("two rows",),
    ),
    "units under the names": Office(
        lines("time,mass,length\n(s),(kg),(m)", lambda n: f"{n},{n * 1.5},{n + 0.25}"),
        (12, 3),
        {"mass (kg)": [0, 1.5]},
    ),
    "header repeated": Office(
        lines("day,n\nday,n", lambda n: f"d{n},{n}"), (12, 2), {"day": ["d0", "d1"], "n": [0, 1]}
    ),
    "header repeated inside, as from joined exports": Office(
        lines("name,n,size", lambda n: f"a{n},{n},{n}.5" if n != 6 else "name,n,size"), (11, 3), {"n": [0, 1]}, ("repeated",)
    ),
    "preamble with the delimiter in it": Office(
        lines("Sales, all shops\nMade by: Kim, 2024\n\nshop,day,sold", lambda n: f"S{n},2024-01-{n + 1:02},{n}"),
        (12, 3),
        {"sold": [0, 1]},
        ("above the table",),
    ),
    "comment lines": Office(
        lines("# made by a sensor\n# units: mm\nt,mm", lambda n: f"{n},{n / 2}"), (12, 2), {"mm": [0, 0.5]}, ("above the table",)
    ),
    "comments between the rows": Office(
        lines("# made by a sensor\nt,mm,ok", lambda n: f"{n},{n / 2},yes" + ("\n# restart, sensor 5" if n % 5 == 0 else "")),
        (12, 3),
        {"t": [0, 1], "mm": [0, 0.5]},
        ("4 lines of comment", "'# restart sensor 5'"),
    ),
    "codes that begin as comments do": Office(
        lines("colour,n", lambda n: f"#{n}{n}{n},{n}" + (",more" if n == 3 else "")), (12, 2), {"colour": ["#000", "#111"]}
    ),
    "a header that begins as a comment does": Office(
        lines("#id,n,w", lambda n: f"{n},{n},x" + ("\n# restart" if n == 5 else "")), (13, 3), {"n": [0, 1]}
    ),
    "a bank statement with balances above and below": Office(
        lines(
            "Kontoinhaber;Max Muster\nAnfangssaldo;;;;1.234,56;EUR\n\nBuchungstag;Valuta;Empfänger;Zweck;Betrag;Währung",
            lambda n: f"{n + 13}.01.2024;{n + 13}.01.2024;Laden {n};Einkauf {n}, danke;-{n + 1}.{n:03},50;EUR",
            foot="\nEndsaldo;;;;2.345,67;EUR\n",
        ),
        (12, 6),
        {"Betrag": [-1000.5, -2001.5], "Valuta": [pd.Timestamp("2024-01-13")]},
        ("'Anfangssaldo 1.234,56 EUR'", "'Endsaldo 2.345,67 EUR'"),
    ),
    "a survey's three header rows": Office(
        lines(
            'StartDate,Q1,Q2\nStart Date,How old are you?,Why?\n"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"',
            lambda n: f'2024-03-{n + 1:02},{20 + n},"Fine, thanks"',
        ),
        (12, 3),
        {"StartDate": [pd.Timestamp("2024-03-01")], "Q1": [20, 21]},
        ("three rows; the first gives the names",),
    ),
    "units under the names without brackets": Office(
        lines("Land;Einwohner;Fläche\n;Anzahl;km²", lambda n: f"Land {n};{n * 1000};{n},25"), (12, 3), {"Fläche km²": [0.25, 1.25]}
    ),
    "days as names of columns": Office(
        lines("country,2020-01-22,2020-01-23,2020-01-24", lambda n: f"C{n},{n},{n + 1},{n + 2}"), (12, 4), {"2020-01-23": [1, 2]}
    ),
    "a server's log": Office(
        lines(
            '10.0.0.9 - - [10/Oct/2023:13:55:59 +0200] "GET /a b.html HTTP/1.1" 200 512',
            lambda n: f'10.0.0.{n} - - [10/Oct/2023:13:55:{n:02} +0200] "GET /page{n}.html HTTP/1.1" 200 {n * 123}',
        ),
        (13, 8),
        {"column_6": ["GET /a b.html HTTP/1.1"], "column_8": [512, 0]},
    ),
    "fixed width with numbers in the words": Office(
        lines("ID      NAME                AMOUNT DATE", lambda n: f"{n:<8}{f'Person {n}':<20}{n * 12.5:>6.2f} 2024-01-{n + 1:02}"),
        (12, 4),
        {"NAME": ["Person 0", "Person 1"], "AMOUNT": [0, 12.5]},
    ),
    "delimiters of two characters": Office(lines("id||name||town", lambda n: f"{n}||Name {n}|| Bern"), (12, 3), {"name": ["Name 0"]}, ("'||'",)),
    "inches that begin and end cells": Office(
        lines("size\tname", lambda n: f'"{n} inch\tpipe {n}' if n % 3 == 0 else f'{n}"\tpipe {n}'), (12, 2), {"size": ['"0 inch', '1"']}
    ),
    "days before months and months before days": Office(
        lines("d,v", lambda n: f"{n + 13}/01/2024,{n}" if n < 6 else f"04/{n + 9}/2024,{n}"), (12, 2), {"d": ["13/01/2024"]}, ("'13/01/2024'", "'04/15/2024'")
    ),
    "missing with a letter, as statisticians write it": Office(
        lines("id,age", lambda n: f"{n},{['.a', '.', 31][n % 3]}"), (12, 2), {}, ("'.', '.a'",)
    ),
    "years as names of columns, with a preamble and a delimiter at the end": Office(
        lines(
            '"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-03-28",\n\n"Country","Code",' + ",".join(f'"{year}"' for year in range(1990, 1996)) + ",",
            lambda n: f'"Land {n}","L{n}",' + ",".join(f'"{n * 1000 + year}"' for year in range(1990, 1996)) + ",",
        ),
        (12, 8),
        {"Country": ["Land 0"], "1991": [1991, 2991]},
    ),
    "years from late to early, and colons for missing": Office(
        lines("geo\\time\t2020 \t2019 \t2018 ", lambda n: f"L{n}\t{n}.5 \t{': ' if n % 3 == 0 else n} \t{n}.2 "), (12, 4), {"2020": [0.5, 1.5]}, ("':'",)
    ),
    "years as cells are no names": Office("\n".join(f"K{n},{1980 + n},{1990 + n},{2000 + n}" for n in range(12)), (12, 4), {"column_2": [1980]}, ("no header",)),
    "a line of settings above the names": Office(
        lines(
            '"EXTF";700;21;"Buchungsstapel";12;20240131;;"RE";"";1001;1;20240101;4;"";0;"EUR"\nUmsatz;Kennzeichen;Konto;Gegenkonto;Text',
            lambda n: f'{n * 100},{n:02};"{"SH"[n % 2]}";{8400 + n};{10000 + n};"Kunde {n}"',
        ),
        (12, 5),
        {"Umsatz": [0, 100.01], "Konto": [8400, 8401]},
    ),
    "descriptions under short names": Office(
        lines(
            "GEO_ID,NAME,B01_001E,B01_001M\nGeography,Area Name,Estimate!!Total,Margin of Error",
            lambda n: f'050US{n:05},"County {n}, Texas",{n * 1000},{"*****" if n % 4 == 0 else n}',
        ),
        (12, 4),
        {"B01_001E Estimate!!Total": [0, 1000]},
    ),
    "aligned by spaces, with quoted words after a tab": Office(
        "\n".join(f'{18 + n}.0   {4 + n % 2 * 4}   {307 + n}.0      {"?" if n == 3 else f"{130 + n}.0"}   12.0   70  1\t"chevrolet chevelle {n}"' for n in range(12)),
        (12, 8),
        {"column_1": [18, 19], "column_8": ["chevrolet chevelle 0"]},
    ),
    "row labels without a name, as R writes them": Office(
        lines('"id" "name" "x"', lambda n: f'"{n + 1}" {n} "a b {n}" {n}.5'), (12, 4), {"id": [0, 1], "name": ["a b 0"]}, ("one name too few",)
    ),
    "row labels without a name, as R prints them": Office(
        lines("       mpg cyl  hp", lambda n: f"Mazda{n} {20 + n}.1   {n % 8}  {100 + n}"), (12, 4), {"mpg": [20.1, 21.1]}, ("one name too few",)
    ),
    "a box as databases draw it": Office(
        lines("+----+-------+\n| id | name  |\n+----+-------+", lambda n: f"| {n:>2} | Kim {n:<2}|", foot="+----+-------+\n12 rows in set (0.00 sec)\n"),
        (12, 2),
        {"id": [0, 1], "name": ["Kim 0"]},
        ("'12 rows in set (0.00 sec)'",),
    ),
    "commas in some columns and points in others": Office(
        lines("a;b;c", lambda n: f"{n},5;{n}.25;{n}.75"), (12, 3), {"b": [0.25]}, ("'a' stays text: its numbers have a decimal comma",)
    ),
    "excel's sep line": Office(lines("sep=;\na;b", lambda n: f"{n};{n},5"), (12, 2), {"b": [0.5, 1.5]}, ("decimal comma",)),
    "total at the foot": Office(
        lines("shop,n,eur", lambda n: f"S{n},{n},{n}.5", foot="Total,66,\n"), (12, 3), {"n": [0, 1]}, ("below the table", "Total")
    ),
    "a whole row of totals is kept and pointed out": Office(
        lines("laden;n;eur", lambda n: f"S{n};{n};{n},5", foot="Summe;66;72,0\n"), (13, 3), {"eur": [0.5, 1.5]}, ("'Summe'",)
    ),
    "notes below a blank line": Office(
        lines("a,b,c", lambda n: f"{n},x{n},{n}.5", foot="\n* provisional\nSource: office\n"), (12, 3), {"a": [0, 1]}, ("below the table",)
    ),
    "a second table below": Office(
        lines("a,b,c", lambda n: f"{n},x{n},{n}.5", foot="\nname,age,town\nKim,30,Bern\nLee,40,Genf\nMax,50,Basel\n"),
        (12, 3),
        {"a": [0, 1], "c": [0.5, 1.5]},
        ("another table",),
    ),
    "a narrower second table below": Office(
        lines("a,b,c,d", lambda n: f"{n},x{n},{n}.5,z", foot="\nname,age\nKim,30\nLee,40\nMax,50\n"), (12, 4), {"c": [0.5, 1.5]}, ("another table",)
    ),
    "only names and one row": Office("name,age\nKim,30\n", (1, 2), {"name": ["Kim"], "age": [30]}),
    "all words with a header": Office(
        lines("first,last,town", lambda n: f"{['Kim', 'Lee', 'Max'][n % 3]},Name{n},{['Bern', 'Genf'][n % 2]}"), (12, 3), {"last": ["Name0"]}
    ),
    "no header, with dates": Office(
        "\n".join(f"2024-01-{n + 1:02},{n}.5,ok" for n in range(12)), (12, 3), {"column_2": [0.5]}, ("no header",)
    ),
    "trailing delimiters on every line": Office(lines("a,b,", lambda n: f"{n},x,"), (12, 2), {"a": [0, 1]}),
    "trailing delimiters, not in the header": Office(lines("a,b", lambda n: f"{n},x{n},"), (12, 2), {"a": [0, 1], "b": ["x0"]}),
    "index column without a name in the header": Office(
        lines("a,b", lambda n: f"{n},{n}.5,x{n}"), (12, 3), {"a": [0.5, 1.5], "b": ["x0", "x1"]}, ("one name too few",)
    ),
    "text that spreadsheets are kept from changing": Office(
        lines('="No";="Town";kg', lambda n: f'="{n:04}";="Town {n}";{n},5'),
        (12, 3),
        {"No": ["0000", "0001"], "Town": ["Town 0"], "kg": [0.5, 1.5]},
        ('="00123"',),
    ),
    "such text in quotes": Office(lines("n,plz", lambda n: f'{n},"=""0{n + 1000}"""'), (12, 2), {"plz": ["01000", "01001"]}),
    "quotes inside of quotes": Office(
        lines("n,film,year", lambda n: f'{n},"A "real" story {n}",{n + 1990}'), (12, 3), {"film": ['A "real" story 0'], "year": [1990]}
    ),
    "several signs between the cells": Office(lines("a<|>b<|>c", lambda n: f"{n}<|>x{n}<|>{n}.5"), (12, 3), {"b": ["x0"], "c": [0.5]}, ("'<|>'",)),
    "comments with the delimiter above the header": Office(
        lines("# by A, B\n# site, plot\n#\nt,mm", lambda n: f"{n},{n / 2}"), (12, 2), {"mm": [0, 0.5]}, ("3 lines above",)
    ),
    "years under the names of groups": Office(
        lines("Town,People,,Cars,\n,2011,2021,2011,2021", lambda n: f"T{n},{n + 1}00,{n + 1}01,{n + 1}5,{n + 1}6"), (12, 5), {"People 2011": [100, 200], "Cars 2021": [16, 26]}
    ),
    "names, units and how it was measured": Office(
        lines("TIME,NO,Wind,Rain\nTS,RN,m/s,mm\n,,Avg,Tot", lambda n: f"2024-03-01 {n:02}:00,{n},{n}.5,{n}"), (12, 4), {"Wind m/s Avg": [0.5], "Rain mm Tot": [0]}
    ),
    "years with marks": Office(
        lines("Country,2020,2021,2022e", lambda n: f"C{n},{n}.5,{n + 1}.5,{n + 2}.5 (e)"), (12, 4), {"2022e": [2.5, 3.5]}, ("marks",)
    ),
    "names with spaces round them": Office(lines("id , full name", lambda n: f"{n},Person {n}"), (12, 2), {"full name": ["Person 0"]}, ("Spaces round the names",)),
    "a file joined of two, each with its mark": Office(
        lines("\ufeffid,word", lambda n: f"{n},w{n}" if n != 6 else "\ufeffid,word"), (11, 2), {"id": [0, 1]}, ("1 byte order mark", "repeated")
    ),
    "cells filled up with NUL": Office(lines("id,word", lambda n: f"{n},w{n}\0\0"), (12, 2), {"word": ["w0"]}, ("24 NUL",)),
    "lines that end in a delimiter": Office(lines("a;b;", lambda n: f"{n};x{n};"), (12, 2), {"a": [0, 1]}, ("neither a name nor a cell",)),
    "codes and units between the names and the rows": Office(
        lines('"Title","Bread","Milk"\n"Code","A1","B2"\n"Pre","",""\n"Unit","Index","Index"\n"Updated","2024-02-01","2024-02-01"', lambda n: f'"{1990 + n} Q1","{n}.5","{n}.7"', 14),
        (14, 3),
        {"Bread": [0.5, 1.5]},
        ("4 lines between the names and the rows were left out: 'Code A1 B2'",),
    ),
    "rows that sum up a group": Office(
        "Land;Ort;Kosten\nNord;a;1\nNord;b;2\nSumme Nord;;3\nWest;c;4\nWest;d;5\nWest gesamt;;9\n", (6, 3), {"Kosten": [1, 2]}, ("'Summe Nord', 'West gesamt'",)
    ),
    "names in a comment": Office(lines("# made by a probe\n# t x y", lambda n: f"{n}.5 {n}.25 {n}e-3"), (12, 3), {"x": [0.25, 1.25]}, ("from the comment",)),
    "a log that names its fields": Office(
        lines("#Software: Server 2\n#Date: 2024-01-01 00:00:00\n#Fields: date time method status", lambda n: f"2024-01-01 00:00:{n:02} GET 20{n % 3}"),
        (12, 4),
        {"status": [200, 201]},
    ),
    "limits below units": Office(lines("site;lead\n;µg/l", lambda n: f"S{n};{'<5' if n % 3 == 0 else n}"), (12, 2), {"lead µg/l": ["<5", "1"]}, ("'<5'",)),
    "a total with how many it sums up": Office(lines("rank,team,won,lost", lambda n: f"{n},T{n},{n},3", foot="Totals (12 teams),,66,36\n"), (12, 4), {"rank": [0, 1]}, ("below",)),
    "a ruled line and a copyright below": Office(lines("year;people", lambda n: f"{n + 1990};{n}000", foot="________\n(c) Office, 2024\n"), (12, 2), {"year": [1990]}, ("below",)),
    "empty columns and rows of delimiters": Office(
        lines("a,,b", lambda n: f"{n},,x{n}" if n != 5 else ",,", foot=",,\n,,\n"), (11, 3), {"a": [0, 1]}
    ),
    "quoted numbers with thousands": Office(
        lines("n,w", lambda n: f'"{n + 1},234.50",w'), (12, 2), {"n": [1234.5, 2234.5]}, ("thousands",)
    ),
    "swiss apostrophes": Office(lines("n;w", lambda n: f"{n + 1}'234.50;w"), (12, 2), {"n": [1234.5, 2234.5]}),
    "typographic apostrophes": Office(lines("n;w", lambda n: f"{n + 1}’234;w"), (12, 2), {"n": [1234, 2234]}),
    "non-breaking spaces in numbers": Office(lines("n;w", lambda n: f"{n + 1}\xa0234,5;w"), (12, 2), {"n": [1234.5, 2234.5]}),
    "narrow spaces in numbers": Office(lines("n;w", lambda n: f"{n + 1}\u202f234;w"), (12, 2), {"n": [1234, 2234]}),
    "indian thousands": Office(lines("n,w", lambda n: f'"{n + 1},23,456",w'), (12, 2), {"n": [123456, 223456]}),
    "true minus sign": Office(lines("n,w", lambda n: f"−{n + 1}.5,w"), (12, 2), {"n": [-1.5, -2.5]}),
    "minus behind": Office(lines("n,w", lambda n: f"{n + 1}.50-,w" if n % 2 else f"{n}.25,w"), (12, 2), {"n": [0.25, -2.5]}),
    "brackets for negative": Office(lines("n,w", lambda n: f"({n + 1}.50),w" if n % 2 else f"{n}.25,w"), (12, 2), {"n": [0.25, -2.5]}),
    "currency before and behind": Office(
        lines("a;b;c", lambda n: f"{n},50 €;CHF {n}.00;EUR {n}", 12), (12, 3), {"c": [0, 1]}
    ),
    "percent with a decimal comma": Office(lines("p;w", lambda n: f"{n},5 %;w"), (12, 2), {"p": [0.5, 1.5]}, ("percent",)),
    "numbers with the same unit": Office(lines("m,w", lambda n: f"{n}.5 kg,w"), (12, 2), {"m": [0.5, 1.5]}, ("'kg'",)),
    "numbers with different units stay words": Office(lines("m,w", lambda n: f"{n} {'kg' if n % 2 else 'g'},w"), (12, 2), {"m": ["0 g", "1 kg"]}),
    "scientific notation": Office(lines("v,w", lambda n: f"{n}.5E-0{n % 9 + 1},w"), (12, 2), {"v": [0.05, 0.015]}),
    "too large for any number": Office(lines("v,w", lambda n: "1e400,w" if n == 3 else f"{n}.5,w"), (12, 2), {}, ("infinite",)),
    "durations and clock times stay text": Office(lines("t,d", lambda n: f"{n + 8}:30,PT{n}H"), (12, 2), {"t": ["8:30"], "d": ["PT0H"]}),
    "compact dates": Office(lines("date,v", lambda n: f"202401{n + 10},{n}"), (12, 2), {"date": [pd.Timestamp("2024-01-10")]}, ("date",)),
    "german dates with clock": Office(
        lines("d;v", lambda n: f"{n + 15}.01.2024 08:30;{n}"), (12, 2), {"d": [pd.Timestamp("2024-01-15 08:30")]}
    ),
    "two-digit years": Office(lines("d,v", lambda n: f"{n + 15}/01/99,{n}"), (12, 2), {"d": [pd.Timestamp("1999-01-15")]}),
    "month names": Office(lines("d;v", lambda n: f"{n + 1} March 2024;{n}"), (12, 2), {"d": [pd.Timestamp("2024-03-01")]}),
    "months only": Office(lines("m,v", lambda n: f"2024-{n + 1:02},{n}"), (12, 2), {"m": [pd.Timestamp("2024-01-01")]}),
    "weekday before the date": Office(
        lines("d;v", lambda n: f"{pd.Timestamp('2024-03-01') + pd.Timedelta(days=n):%a, %d %b %Y};{n}"), (12, 2), {"d": [pd.Timestamp("2024-03-01")]}
    ),
    "american dates with half-day clock": Office(
        lines("d,v", lambda n: f"1/{n + 15}/2024 3:05 PM,{n}"), (12, 2), {"d": [pd.Timestamp("2024-01-15 15:05")]}
    ),
    "another column settles the order of days": Office(
        lines("a,b", lambda n: f"0{n % 9 + 1}/02/2024,{n + 15}/02/2024"), (12, 2), {"a": [pd.Timestamp("2024-02-01")]}, ("as in 'b'",)
    ),
    "impossible dates are shown": Office(lines("d,v", lambda n: f"2024-02-{n + 19},{n}"), (12, 2), {"d": ["2024-02-19"]}, ("2024-02-30",)),
    "zero dates": Office(lines("d,v", lambda n: "0000-00-00,1" if n == 3 else f"2024-02-{n + 10},{n}"), (12, 2), {"d": [pd.Timestamp("2024-02-10")]}, ("0000-00-00",)),
    "ja und nein": Office(lines("aktiv;n", lambda n: f"{['Ja', 'nein'][n % 2]};{n}"), (12, 2), {"aktiv": ["Ja", "nein"]}),
    "oui et non in several spellings": Office(lines("actif;n", lambda n: f"{['Oui', 'non', 'OUI', 'Non'][n % 4]};{n}"), (12, 2), {"actif": ["Oui", "Non", "Oui", "Non"]}),
    "bars with spaces round them": Office(lines("| name | n |\n|------|---|", lambda n: f"| a{n} | {n} |"), (12, 2), {"name": ["a0"], "n": [0, 1]}),
    "fixed width with gaps and spaces inside": Office(
        lines(f"{'name':<12}{'town':<14}{'n':>6}", lambda n: f"{f'Kim {n}':<12}{'' if n == 3 else 'Bad Homburg':<14}{n:>6}"),
        (12, 3),
        {"name": ["Kim 0"], "town": ["Bad Homburg"], "n": [0, 1]},
        ("fixed width",),
    ),
    "several spaces": Office(lines("x  y  z", lambda n: f"{n}  {n / 2}   w"), (12, 3), {"y": [0, 0.5]}),
    "tabs and empty cells": Office(lines("a\tb\tc", lambda n: f"{n}\t\tx{n}"), (12, 3), {"c": ["x0"]}),
    "semicolons with commas in words": Office(lines("a;b;c", lambda n: f"{n};Smith, J;x, y"), (12, 3), {"b": ["Smith, J"]}),
    "commas after which a space": Office(lines("a, b, c", lambda n: f'{n}, "x, {n}", y'), (12, 3), {"b": ["x, 0"], "c": ["y"]}),
    "lone quotes as inches": Office(lines("size,n", lambda n: f'{n}" pipe,{n}'), (12, 2), {"size": ['0" pipe']}),
    "one column of text with commas in it": Office(
        lines("review", lambda n: f"good, really good{', again' if n % 3 == 0 else ''}{', and, yet' if n % 4 == 0 else ''}"),
        (12, 1),
        {"review": ["good, really good, again, and, yet"]},
    ),
    "sentences after a comma": Office(
        lines("label,words", lambda n: f"{['spam', 'ham'][n % 2]},{['win a prize now today', 'see you for lunch soon'][n % 2]} {n}", 90),
        (90, 2),
        {"words": ["win a prize now today 0", "see you for lunch soon 1"]},
    ),
    "sentences after a semicolon, without a header": Office(
        lines("ham;see you for dinner later x", lambda n: f"{['spam', 'ham'][n % 2]};{['win a prize now today', 'see you for lunch soon'][n % 2]} {n}", 90),
        (91, 2),
        {"column_1": ["ham", "spam"]},
        hints={"header": False},
    ),
    "a log with decimal commas between spaces": Office(
        lines("2024-01-01 10:00:59,123 INFO module 60", lambda n: f"2024-01-01 10:00:{n:02},123 INFO module {n}", 30), (31, 5), {"column_4": ["module"]}
    ),
    "apostrophes round cells with apostrophes inside": Office(
        lines("n,'what','more'", lambda n: f"{n},'Men's boots, size {n}','it won't, says Ann's shop'" if n % 3 == 1 else f"{n},'a boot','fine'"),
        (12, 3),
        {"what": ["a boot", "Men's boots, size 1"], "more": ["fine", "it won't, says Ann's shop"]},
    ),
    "lone quotes inside quoted cells": Office(
        lines("n,what,more", lambda n: f'{n},"a 5" pipe, {n} m long","{n}" wide, so"' if n == 5 else f'{n},"a pipe, {n} m long",x'),
        (12, 3),
        {"what": ["a pipe, 0 m long"]},
    ),
    "one column of times": Office(lines("t", lambda n: f"2024-01-01T10:00:{n:02}.5Z"), (12, 1), {"t": [pd.Timestamp("2024-01-01 10:00:00.5")]}),
    "tabs with spaces round them": Office(lines("a \t b", lambda n: f"{n} \t x{n} "), (12, 2), {"b": ["x0"]}),
    "hostile names": Office(
        lines('"<img src=x onerror=alert(1)>","=cmd()","{{7*7}}",a', lambda n: f"{n},{n},{n},{n}"), (12, 4), {"<img src=x onerror=alert(1)>": [0]}
    ),
    "names that come three times": Office(lines("x,x,X,x", lambda n: f"{n},{n},{n},{n}"), (12, 4), {"x_3": [0]}, ("twice",)),
    "duplicate names only by spaces": Office(lines("a ,a", lambda n: f"{n},{n}"), (12, 2), {"a_2": [0]}),
    "a very long cell": Office(lines("a,b", lambda n: f"{n},{'x' * 200_000 if n == 3 else 'y'}"), (12, 2), {"a": [0]}),
    "phone numbers keep their plus": Office(lines("tel,n", lambda n: f"+4930123456{n:02},{n}"), (12, 2), {"tel": ["+493012345600"]}),
    "card numbers keep every digit": Office(lines("card,n", lambda n: f"41111111111111{n:02},{n}"), (12, 2), {"card": [4111111111111100]}),
    "latin-1 far from the head": Office(lines("a,b", lambda n: f"{n},{'Málaga' if n == 290 else 'x'}", 300), (300, 2), {}, ("latin-1",), encoding="latin-1"),
    "mac roman": Office(lines("ville;n", lambda n: f"{['Orléans', 'Besançon', 'Nîmes'][n % 3]};{n}"), (12, 2), {"ville": ["Orléans", "Besançon"]}, encoding="mac_roman"),
    "koi8-r": Office(lines("город;n", lambda n: f"{['Москва', 'Казань', 'Тверь'][n % 3]};{n}"), (12, 2), {"город": ["Москва"]}, encoding="koi8-r"),
    "gb18030": Office(lines("城市,n", lambda n: f"{['北京', '上海', '广州'][n % 3]},{n}"), (12, 2), {"城市": ["北京"]}, encoding="gb18030"),
    "cp1252 with few accents": Office(lines("ville;n", lambda n: f"{['Père-Lachaise', 'Où', 'Été'][n % 3]};{n}"), (12, 2), {"ville": ["Père-Lachaise", "Où", "Été"]}, encoding="cp1252"),
    "cp1253": Office(lines("πόλη;n", lambda n: f"{['Αθήνα', 'Πάτρα', 'Βόλος'][n % 3]};{n}"), (12, 2), {"πόλη": ["Αθήνα"]}, encoding="cp1253"),
    "cp1251": Office(lines("город;n", lambda n: f"{['Москва', 'Казань', 'Тверь'][n % 3]};{n}"), (12, 2), {"город": ["Москва"]}, encoding="cp1251"),
    "polish in cp1250": Office(
        lines("Imię;Miasto", lambda n: f"{['Łukasz', 'Małgorzata', 'Żaneta'][n % 3]};{['Łódź', 'Gdańsk', 'Kraków'][n % 3]}"), (12, 2), {"Imię": ["Łukasz"]}, ("cp1250",), encoding="cp1250"
    ),
    "polish in iso 8859-2": Office(
        lines("Imię;Miasto", lambda n: f"{['Łukasz', 'Małgorzata', 'Wąsik'][n % 3]};{['Łódź', 'Gdańsk', 'Śrem'][n % 3]}"), (12, 2), {"Miasto": ["Łódź"]}, encoding="iso8859_2"
    ),
    "czech": Office(lines("Jméno;Město", lambda n: f"{['Jiří', 'Zdeněk', 'Božena'][n % 3]};{['Plzeň', 'Příbram'][n % 2]}"), (12, 2), {"Město": ["Plzeň"]}, encoding="cp1250"),
    "hungarian": Office(lines("név;város", lambda n: f"{['Kovács', 'Szabó', 'Erdős-Török'][n % 3]};{['Győr', 'Székesfehérvár'][n % 2]}"), (12, 2), {"város": ["Győr"]}, encoding="cp1250"),
    "turkish": Office(lines("ad;şehir", lambda n: f"{['Yılmaz', 'Ağaoğlu', 'Gürsoy'][n % 3]};{['İstanbul', 'Muğla'][n % 2]}"), (12, 2), {"şehir": ["İstanbul"]}, encoding="cp1254"),
    "latvian": Office(lines("pilsēta;n", lambda n: f"{['Rīga', 'Ķegums', 'Jēkabpils'][n % 3]};{n}"), (12, 2), {"pilsēta": ["Rīga"]}, encoding="cp1257"),
    "spanish stays spanish": Office(lines("año;señor", lambda n: f"¿{n}?;{['Muñoz', 'Núñez', '1º', 'nº 2'][n % 4]}"), (12, 2), {"señor": ["Muñoz", "Núñez", "1º"]}, encoding="cp1252"),
    "icelandic stays icelandic": Office(lines("bær;n", lambda n: f"{['Ísafjörður', 'Þórshöfn', 'Búðir'][n % 3]};{n}"), (12, 2), {"bær": ["Ísafjörður"]}, encoding="cp1252"),
    "cubic metres stay metres": Office(lines("vol;n", lambda n: f"{n} m³;{n}"), (12, 2), {"vol": [0, 1]}, encoding="latin-1"),
    "an encoding that is named wins": Office(lines("a;n", lambda n: f"Łódź;{n}"), (12, 2), {"a": ["£ódŸ"]}, hints={"encoding": "cp1252"}, encoding="cp1250"),
    "shift-jis": Office(lines("都市,n", lambda n: f"{['東京', '大阪', '名古屋'][n % 3]},{n}"), (12, 2), {"都市": ["東京"]}, encoding="shift_jis"),
    "utf-16 with a mark and tabs": Office(lines("a\tb", lambda n: f"é{n}\t{n}"), (12, 2), {"a": ["é0"]}, ("UTF-16",), encoding="utf-16"),
    "utf-32": Office(lines("a,b", lambda n: f"é{n},{n}"), (12, 2), {"a": ["é0"]}, encoding="utf-32"),
}


@pytest.mark.parametrize("name", FILES)
def test_is_read_as_a_careful_person_would(read: Read, name: str) -> None:
    office = FILES[name]
    understood = read(office.text.encode(office.encoding), **office.hints)
    assert understood.frame.shape == office.shape, understood.warnings
    for column, cells in office.cells.items():
        assert understood.frame[column].tolist()[: len(cells)] == cells
    for part in office.said:
        assert any(part in sentence for sentence in understood.warnings), understood.warnings
