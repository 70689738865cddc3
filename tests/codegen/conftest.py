"""One project, written and proven once for all tests that look at it."""

import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from hostile_cases import hostile_operations, hostile_table, material_of

from codegen.export import export


@pytest.fixture(scope="session")
def hostile_material(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "raw.csv"
    hostile_table(path)
    return material_of(path, hostile_operations())[0]


@pytest.fixture(scope="session")
def exported(hostile_material, tmp_path_factory) -> tuple[Path, list[dict]]:
    target = tmp_path_factory.mktemp("exports")
    files = export(hostile_material, ["project", "notebook", "script", "transcript"], target, lambda fraction, message: None)
    return target, files


@pytest.fixture(scope="session")
def project(exported, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    (archive,) = [Path(file["path"]) for file in exported[1] if file["name"] == "project.zip"]
    zipfile.ZipFile(archive).extractall(folder)
    (root,) = folder.iterdir()
    return root
