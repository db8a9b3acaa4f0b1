"""The environment, read once at the edge and passed down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

from pydantic import Field, HttpUrl, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from copydesk.errors import CopydeskError
from copydesk.wire.requests import MAX_BYTES, MAX_WORDS

_PREFIX: Final = "COPYDESK_"


class Settings(BaseSettings):
    """Settings of the service; each is an environment variable with the prefix `COPYDESK_`."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, frozen=True, extra="ignore")

    languagetool_url: HttpUrl | None = None  # a server of one's own, or the one that `serve` owns
    max_bytes: Annotated[int, Field(ge=1)] = MAX_BYTES
    max_words: Annotated[int, Field(ge=1)] = MAX_WORDS
    max_concurrency: Annotated[int, Field(ge=1)] = 64  # requests at once in a worker; more get 503
    words_file: Path | None = None  # where personal dictionaries of `/v2` are kept; none without
    body_seconds: Annotated[float, Field(gt=0)] = 15.0  # how long a client may take to send a body


def read_settings() -> Settings:
    """Return the settings of the environment; one that can't be used is named in a sentence."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = (f"{_PREFIX}{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors())
        raise CopydeskError("; ".join(wrong)) from error
