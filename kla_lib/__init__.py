"""Evaluation workbook for child-friendly cities (Kabupaten/Kota Layak Anak, KLA).

Data flows one way: rules → data → scoring → views → publish → cli.
"""
