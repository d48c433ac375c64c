"""How the database file is called, marked and numbered; a quick look needs no more than this."""

DATABASE_NAME = "sijoint.db"
APPLICATION_ID = 0x53494A31  # "SIJ1" in the header of the file marks it as ours
REVISIONS = ("0001", "0002", "0003", "0004")  # every schema this program knows, the newest last
