"""From the objects that ran to the code that is downloaded."""
