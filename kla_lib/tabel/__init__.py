"""Tables that people write: read from CSV or XLSX, checked cell by cell, returned with types."""
