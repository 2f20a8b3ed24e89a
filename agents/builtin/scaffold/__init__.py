"""Writes the files of the units a plan starts with, without a model: skeleton, domain, stubs and documents."""
