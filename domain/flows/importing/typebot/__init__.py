"""Reads a Typebot (version 6 of its export) into a flow. Its schema is described in ADR 0039."""
