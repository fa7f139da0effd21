"""The plan: what to do, what to decide today, what a chance costs."""
