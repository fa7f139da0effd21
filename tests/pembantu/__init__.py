"""What tests build on: books, meetings, forms, browsers, damaged files."""
