"""Which tool a request asks for: patterns and learned weights of its words together."""
