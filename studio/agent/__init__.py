"""The agent: a brief becomes a plan; words of the person become changes to a plan."""
