"""A routine as a document: blocks, stills and words for paper."""
