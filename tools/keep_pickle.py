"""Keep a pickle and a JSON document of this version under tests/output/pickles/, for the compatibility tests.

python tools/keep_pickle.py            at each release; refuses to touch what a version has already
python tools/keep_pickle.py --again    before a version is released, when the model has changed
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from diplo_events import __version__, to_json
from tests.output.conftest import make_full

FOLDER = Path(__file__).parent.parent / "tests" / "output" / "pickles"


def main() -> int:
    """Run the command."""
    kept = FOLDER / f"{__version__}.pickle"
    if kept.exists() and "--again" not in sys.argv[1:]:
        print(f"{kept.name} is there already; what is released stays as it is")
        return 1
    full = make_full()
    kept.write_bytes(pickle.dumps(full, protocol=4))
    kept.with_suffix(".json").write_text(to_json(full, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {kept.name} and {kept.with_suffix('.json').name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
