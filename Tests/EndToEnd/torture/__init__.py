"""Servers under load while everything around them breaks, and a model that knows the truth and compares it afterwards."""
