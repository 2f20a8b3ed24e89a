"""The shapes every agent speaks: the architecture pack and its companions."""
