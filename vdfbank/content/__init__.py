"""Holds what forms, pages and spreadsheets show: frozen values that office fills and every face draws."""
