"""Exchange spreadsheets: reports out, typed sheets in."""
