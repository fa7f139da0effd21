"""The meeting: sessions, agenda, leaders, Forum Anak, all meetings."""
