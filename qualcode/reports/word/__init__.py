"""Word documents, written part by part: markup, styles, tables, package, and one module per report."""
