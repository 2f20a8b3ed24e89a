"""Every diagram the App may show, read by the library that will draw it."""
