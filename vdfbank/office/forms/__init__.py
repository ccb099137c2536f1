"""Makes the forms a village bank keeps on paper: one module a family, each form from one content value."""
