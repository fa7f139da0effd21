"""The day of field verification: its sessions, places and hours."""
