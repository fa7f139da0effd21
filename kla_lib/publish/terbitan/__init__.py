"""What lies in the outputs: journal, lock, manifest, keys, and the proof that it is whole."""
