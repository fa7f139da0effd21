"""What there is to do: RAD, documents, questions, promises."""
