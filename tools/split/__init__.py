"""Dividing the rows."""
