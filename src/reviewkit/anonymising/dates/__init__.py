"""Dates, ages and intervals in fields and prose, made as coarse as the report asks for."""
