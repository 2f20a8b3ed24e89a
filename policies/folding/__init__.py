"""How each group of entries changes a run; `policies.fold` is the way in."""
