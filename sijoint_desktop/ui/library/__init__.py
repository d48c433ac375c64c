"""The exercises: cards, filters, and the page of one exercise."""
