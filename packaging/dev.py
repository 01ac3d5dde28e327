"""The developer's command: `python3 packaging/dev.py run`, `test`, `bench` or `lock`.

It needs nothing but Python. This file is kept to what Python 3.6 can read, so that an old Python
gets a sentence and not a syntax error; everything else stands in the modules beside it.
"""

import os
import sys


def main() -> None:
    """Refuse an old Python in one sentence, else hand over to the commands."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this is the one place that an old Python reaches
        sys.exit(
            f"The workbench needs Python 3.11 or newer; this is Python {sys.version_info[0]}."
            f"{sys.version_info[1]}. Install a newer one and start the same command with it, for "
            "example: python3.11 packaging/dev.py run"
        )
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    import dev_command  # only now: its modules use the grammar of Python 3.11

    dev_command.main(sys.argv[1:])


if __name__ == "__main__":
    main()
