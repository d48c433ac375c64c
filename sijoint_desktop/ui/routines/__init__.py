"""The routines and what is in them."""
