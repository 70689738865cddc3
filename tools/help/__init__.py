"""What can be done, and what to do next."""
