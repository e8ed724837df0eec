"""What is sent later, and what is said often."""
