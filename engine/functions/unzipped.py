"""Opening the one file of a ZIP archive."""

import io
import zipfile


def unzipped(path: str, member: str) -> io.BytesIO:
    """Open a file of a ZIP archive, or the first where none is called so."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return io.BytesIO(archive.read(member if member in names else names[0]))
