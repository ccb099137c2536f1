"""What every test stands on."""

import os

from hypothesis import settings

# Tests need no screen. (pytest-qt makes its application after this line was read.)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two cores under load are slow now and then: time is measured in benchmarks/, not here.
# On the build machine the same examples are drawn every time, so that a red build can be repeated.
settings.register_profile("vdfbank", deadline=None)
settings.register_profile("vdfbank-ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("vdfbank-ci" if os.environ.get("CI") else "vdfbank")
