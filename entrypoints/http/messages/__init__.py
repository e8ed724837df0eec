"""Routes of messages, of those sent later and of what is said often."""
