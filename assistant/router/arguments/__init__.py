"""The arguments of the tool that was found, each read by its type."""
