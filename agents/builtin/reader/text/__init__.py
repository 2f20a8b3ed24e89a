"""A document as text: made safe, cut into blocks with their headings and lists, and what stands around each of them."""
