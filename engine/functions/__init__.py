"""Plain functions from a file or a frame to a frame; they go into generated code word for word."""
