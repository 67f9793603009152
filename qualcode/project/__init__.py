"""The door: every edge reads and changes a project through `Project` and its desks."""

from qualcode.project.project import Project

__all__ = ["Project"]
