"""A request that can't be taken is refused with words, whatever its names are made of."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from copydesk.wire.requests import AnalysisRequest


@pytest.mark.parametrize(
    "body", [r'{"text": "a", "\ud800": 1}', r'{"text": "a", "options": {"\udfff": 1}}']
)
def test_names_a_field_that_is_half_a_character(body: str) -> None:
    with pytest.raises(ValidationError) as caught:
        AnalysisRequest.model_validate(json.loads(body), strict=True)
    message = caught.value.errors()[0]["msg"]
    assert message.startswith("There is no field '\\ud")
    message.encode()
