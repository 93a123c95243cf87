"""Write the JSON Schemas of the model into the package, or check that those there are up to date.

python tools/make_schema.py            write them
python tools/make_schema.py --check    exit with 1 if one differs

A schema of a released version is never changed: raise SCHEMA_VERSION in diplo_events/output/json.py instead.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from diplo_events.output.json import SCHEMA_FILES
from diplo_events.output.schema import make_schema

FOLDER = Path(__file__).parent.parent / "diplo_events" / "data"


def main() -> int:
    """Run the command."""
    stale = 0
    for kind, name in SCHEMA_FILES.items():
        made = json.dumps(make_schema(kind), indent=2, ensure_ascii=False) + "\n"
        target = FOLDER / name
        same = target.is_file() and target.read_text(encoding="utf-8") == made
        if "--check" in sys.argv[1:]:
            print(f"{name} is {'up to date' if same else 'not what the model says; run tools/make_schema.py'}")
            stale += not same
        elif not same:
            target.write_text(made, encoding="utf-8")
            print(f"wrote {name}")
    return min(stale, 1)


if __name__ == "__main__":
    sys.exit(main())
