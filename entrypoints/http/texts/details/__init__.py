"""What the details of an error say in Portuguese, by the English template that the code gives them."""
