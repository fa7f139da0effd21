"""The files of the day of field verification and of a handover."""
