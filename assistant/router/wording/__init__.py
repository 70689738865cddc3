"""A message written plainly: mended, without what is no request, and in the order of plain English."""
