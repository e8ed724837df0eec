"""Reads flows that were made elsewhere, and says of each part what became of it."""
