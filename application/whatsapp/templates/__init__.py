"""Making, reading and following the templates of a number."""
