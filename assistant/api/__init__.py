"""The REST API: thin routes over the conversation and the store."""
