"""The symptom check as a person sees it: a wizard, a body map and the result."""
