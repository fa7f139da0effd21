"""Ask offices for their part of the book, and merge what they and the verifier send back."""
