"""`python -m qualcode`: the same as the command `qualcode`."""

from qualcode.cli import main

if __name__ == "__main__":
    main()
