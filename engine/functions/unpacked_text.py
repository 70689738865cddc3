"""Reading the text of a file, packed or not."""

import gzip

from engine.functions.unzipped import unzipped


def unpacked_text(path: str, encoding: str, errors: str, compression: str | None, member: str | None) -> str:
    """Read the text of a plain file, of a gzip file or of a member of a ZIP archive."""
    with unzipped(path, member) if member else gzip.open(path) if compression == "gzip" else open(path, "rb") as file:
        return file.read().decode(encoding, errors)
