"""What people are asked: what the document leaves open, contradicts or nobody may guess, and how answers change the plan."""
