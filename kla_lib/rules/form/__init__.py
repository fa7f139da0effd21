"""The form: klaster, indikator, pertanyaan with their points, and what is wrong with one."""
