"""Judging, explaining and using models."""
