"""Reckon loans: schedules, payments, lateness and what a loan really costs."""
