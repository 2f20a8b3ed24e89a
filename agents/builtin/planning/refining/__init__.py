"""What people ask to be changed in plain English: the grammar, and each edit carried out on the plan or kept as it was said."""
