"""`python -m vdfbank` is the command itself."""

from vdfbank.console.main import main

if __name__ == "__main__":
    main()
