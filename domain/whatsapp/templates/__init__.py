"""Messages that Meta approves beforehand."""
