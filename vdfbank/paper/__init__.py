"""Prints content values as PDF pages, one module a form; ReportLab is loaded when the first form is printed."""
