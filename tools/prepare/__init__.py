"""Preparing columns for a model."""
