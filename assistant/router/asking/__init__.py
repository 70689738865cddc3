"""Where it is asked back or declined instead of done."""
