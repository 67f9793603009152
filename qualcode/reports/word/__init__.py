"""Word documents on python-docx: the file, its styles, what every report begins with, tables, one module per report."""
