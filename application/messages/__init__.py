"""Everything that is said by people and programs: now, later, again, and often."""
