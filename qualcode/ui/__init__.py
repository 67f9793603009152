"""The browser app: pages, the coding canvas, and the server that carries both."""
