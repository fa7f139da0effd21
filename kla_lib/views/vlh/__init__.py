"""The pages of the day of field verification, of the hours after it, and of a handover."""
