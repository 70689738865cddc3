"""What only the talk before makes clear: answers, corrections, afterthoughts."""
