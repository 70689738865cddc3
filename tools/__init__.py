"""What the assistant can do: one file a tool, all reached through tools.call."""
