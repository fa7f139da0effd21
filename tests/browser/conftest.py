"""The browser of each module of tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.pembantu.peramban import open_chromium


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Give one browser to a module: another module of the same worker may need an event loop of its own."""
    with open_chromium() as browser:
        yield browser
