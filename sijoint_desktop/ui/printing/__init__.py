"""Sheets on paper: painting, preview, printer and PDF."""
