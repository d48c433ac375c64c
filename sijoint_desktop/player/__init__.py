"""Leads through a session: time in, events and snapshots out."""
