"""The doors: chat, REST and command line over one conversation."""
