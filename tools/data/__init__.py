"""Getting data in and looking at it."""
