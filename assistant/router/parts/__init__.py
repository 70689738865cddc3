"""A message cut into its requests, each read by itself and in order."""
