"""Values in, counts and selections out: pure functions that the desks call in one line."""
