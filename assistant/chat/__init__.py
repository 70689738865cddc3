"""The chat face: Chainlit as a view over the conversation; it keeps no state of its own."""
