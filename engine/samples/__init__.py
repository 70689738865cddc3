"""The sample tables that come with the product: small, real, and free to pass on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Sample:
    """A bundled table: its size, what it is good for, and where it comes from."""

    name: str
    title: str
    file: str
    rows: int
    columns: int
    task: str
    target: str | None
    description: str
    licence: str
    source: str

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return FOLDER / self.file


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="titanic",
        title="Titanic passengers",
        file="titanic.csv",
        rows=891,
        columns=12,
        task="classification",
        target="Survived",
        description="Who survived the sinking of the Titanic: two classes, missing ages, names and cabins to deal with.",
        licence="Public record",
        source="Passenger list of the Titanic, in the form used for teaching (891 rows)",
    ),
    Sample(
        name="penguins",
        title="Palmer penguins",
        file="penguins.csv",
        rows=344,
        columns=8,
        task="classification",
        target="species",
        description="Three species of penguins told apart by bill, flippers and weight: small, clean, several classes.",
        licence="CC0",
        source="palmerpenguins; Gorman, Williams and Fraser (2014), Palmer Station LTER",
    ),
    Sample(
        name="auto_mpg",
        title="Fuel use of cars",
        file="auto_mpg.csv",
        rows=398,
        columns=9,
        task="regression",
        target="mpg",
        description="How many miles a gallon takes a car of the 1970s, by its engine and weight: a number to predict.",
        licence="CC BY 4.0",
        source="UCI Machine Learning Repository, Auto MPG",
    ),
    Sample(
        name="bike_sharing",
        title="Bicycles hired by the hour",
        file="bike_sharing.csv",
        rows=8645,
        columns=15,
        task="regression",
        target="bikers",
        description="How many bicycles are hired in each hour of a year, by weather and time: a skewed count, and a leak to find.",
        licence="CC BY 4.0",
        source="UCI Machine Learning Repository, Bike Sharing; Fanaee-T and Gama (2013)",
    ),
    Sample(
        name="california_housing",
        title="Districts of California",
        file="california_housing.csv",
        rows=20640,
        columns=10,
        task="clustering",
        target=None,
        description="Where people live in California, in what houses and on what income: districts to group, or values to predict.",
        licence="Apache-2.0",
        source="1990 census of the United States, as in ageron/handson-ml2",
    ),
)


def find_sample(name: str) -> Sample | None:
    """Find a sample by its name, whatever its case, with or without the file's ending; None if there is none."""
    wanted = name.strip().lower().removesuffix(".csv").replace(" ", "_").replace("-", "_")
    for sample in SAMPLES:
        if wanted in (sample.name, sample.title.lower().replace(" ", "_")):
            return sample
    return None
