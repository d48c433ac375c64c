"""The data of the person: files out and in, copies, and erasing."""
