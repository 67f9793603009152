"""qualcode: a workbench for coding qualitative research material, in the browser, on your own machine.

from qualcode import Project

with Project.create("study.qualcode", coder="Nina") as project:
    project.documents.add("interview.txt", data)
"""

from qualcode.errors import QualcodeError
from qualcode.project import Project

__version__ = "0.1.0"

__all__ = ["Project", "QualcodeError", "__version__"]
