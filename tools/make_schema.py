"""Write the JSON Schema of the model into the package, or check that the one there is up to date.

python tools/make_schema.py            write it
python tools/make_schema.py --check    exit with 1 if it differs

A schema of a released version is never changed: raise SCHEMA_VERSION in diplo_events/output/json.py instead.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from diplo_events.output.json import SCHEMA_VERSION
from diplo_events.output.schema import make_schema

TARGET = Path(__file__).parent.parent / "diplo_events" / "data" / f"schema-v{SCHEMA_VERSION}.json"


def main() -> int:
    """Run the command."""
    made = json.dumps(make_schema(), indent=2, ensure_ascii=False) + "\n"
    if "--check" in sys.argv[1:]:
        same = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == made
        print(f"{TARGET.name} is {'up to date' if same else 'not what the model says; run tools/make_schema.py'}")
        return 0 if same else 1
    TARGET.write_text(made, encoding="utf-8")
    print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
