"""How long one piece of work may take: what would take longer is not begun, and no search is given longer."""

LONGEST_SECONDS = 4 * 3600
