"""The architecture: the kind of product, its usual shape, the parts this document adds or forbids, what is mandated, the reasons and the risks."""
