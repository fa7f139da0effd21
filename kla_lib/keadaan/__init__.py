"""The state of a meeting: all that follows from its book and the rules, each thing once."""
