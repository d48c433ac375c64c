"""The frame around the pages: rail, menus and messages."""
