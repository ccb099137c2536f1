"""Follow up training: sessions, completions and the package meter."""
