"""The steps, and the code that they become."""
