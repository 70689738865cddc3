"""What a fitted model does with the columns that the user knows: one method a file."""
