"""The demo: a person's whole journey with the App, against the embedded GitHub stand-in, over real HTTP."""
