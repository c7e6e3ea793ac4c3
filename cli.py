"""Run kg from a checkout: `python cli.py build seeds`."""

from kg.commands import main

if __name__ == "__main__":
    main()
