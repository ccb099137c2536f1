"""Stories of the rules: the docstring of a test is told to its village before the test looks at it."""

from __future__ import annotations

import pytest

from tests.village import Village, founded, joined, saved


def _told(village: Village, request: pytest.FixtureRequest) -> Village:
    village.tell(request.function.__doc__)
    return village


@pytest.fixture
def empty(request: pytest.FixtureRequest) -> Village:
    """Before anything."""
    return _told(Village(), request)


@pytest.fixture
def ready(request: pytest.FixtureRequest) -> Village:
    """Founded, nobody joined."""
    return _told(founded(), request)


@pytest.fixture
def village(request: pytest.FixtureRequest) -> Village:
    """Thirteen members joined on 1 January 2025, nothing saved."""
    return _told(joined(), request)


@pytest.fixture
def lenders(request: pytest.FixtureRequest) -> Village:
    """Thirteen members with 200 000 each since 1 January 2025."""
    return _told(saved(), request)
