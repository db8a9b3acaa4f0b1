"""The request of `/analyze`: what it may hold, checked before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from copydesk.analysis.options import (
    ENGINE_RULE_PATTERN,
    Grammar,
    Options,
    Profile,
    nearest,
    rule_names,
)
from copydesk.findings import Severity
from copydesk.inputs.article import Article
from copydesk.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES: Final = 1 << 20
MAX_WORDS: Final = 100_000
MAX_DEADLINE_MS: Final = 60_000
# Inputs of the specification that can't be read yet: refused by name, so that nobody guesses.
_LATER_INPUTS: Final = ("html", "markdown", "url", "blocks")

_Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_RULE_PATTERN: Final = f"({'|'.join(sorted(rule_names()))}|{ENGINE_RULE_PATTERN})"
RULES_PATTERN: Final = f"^({_RULE_PATTERN}(,{_RULE_PATTERN})*)?$"  # for the query; documented only
# Documented by its pattern, but checked where the nearest right name can be offered.
_Rule = Annotated[
    str,
    StringConstraints(max_length=100),
    Field(json_schema_extra={"pattern": f"^{_RULE_PATTERN}$"}),
]


def _whole(value: object) -> object:
    """Take 250.0 for 250: JSON knows one kind of number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Milliseconds = Annotated[int, Field(ge=1, le=MAX_DEADLINE_MS), BeforeValidator(_whole)]
LanguageCode = Annotated[
    str,
    Field(
        pattern=r"^(auto|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})$",
        description="A BCP 47 code such as `en-GB`, or `auto`.",
    ),
]


def _fields_of(data: object) -> dict[str, object] | None:
    """Return the fields of untrusted JSON, None where it is no object."""
    return cast("dict[str, object]", data) if isinstance(data, dict) else None


def refuse_unknown_fields(data: object, known: Mapping[str, object]) -> None:
    """Refuse a field that does not exist, with the nearest that does."""
    for name in _fields_of(data) or ():
        if name not in known:
            near = nearest(name.replace("_", "-"), [field.replace("_", "-") for field in known])
            hint = f"; did you mean '{near.replace('-', '_')}'?" if near else ""
            template = "There is no field '{name}'{hint}"
            # JSON can hold half of a surrogate pair, which no message could be written with.
            shown = name[:100].encode(errors="backslashreplace").decode()
            raise PydanticCustomError("unknown_field", template, {"name": shown, "hint": hint})


class OptionsIn(BaseModel):
    """How the article is to be analysed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    profile: Literal["news", "blog"] = Field(
        default="news", description="Severities and thresholds of a kind of house."
    )
    enable: list[_Rule] = Field(
        default_factory=list[str], max_length=500, description="Rules or families to add."
    )
    disable: list[_Rule] = Field(
        default_factory=list[str],
        max_length=500,
        description="Rules or families to leave out, of the score too; engine rules as well.",
    )
    min_severity: Literal["info", "warning", "error"] = Field(
        default="info", description="Hides milder issues; never changes the score."
    )
    grammar: Literal["auto", "off", "required"] = Field(
        default="auto", description="`auto`: if the engine is up. `required`: 503 if it is not."
    )
    dictionary: list[_Name] = Field(
        default_factory=list[str], max_length=5000, description="Words that are never misspelt."
    )
    names: list[_Name] = Field(
        default_factory=list[str], max_length=5000, description="Names, to be written exactly so."
    )
    fixes: bool = Field(default=True, description="Whether issues come with their fixes.")
    extract: bool = Field(
        default=False,
        description="Find the article in a whole page; needs HTML input, so only `false` for now.",
        json_schema_extra={"const": False},
    )
    deadline_ms: Milliseconds | None = Field(
        default=None, description="The longest wait for engines."
    )

    @model_validator(mode="before")
    @classmethod
    def _refuse_unknown_keys(cls, data: object) -> object:
        refuse_unknown_fields(data, cls.model_fields)
        return data

    @field_validator("extract")
    @classmethod
    def _nothing_to_extract_from(cls, value: bool) -> bool:  # noqa: FBT001 - a validator's form
        if value:
            kind, message = (
                "unsupported_option",
                "extract needs HTML input, which can't be read yet",
            )
            raise PydanticCustomError(kind, message)
        return value

    def to_options(self, profiles: Mapping[str, Profile]) -> Options:
        """Return the domain's options; raises `UnknownNameError` for a rule that doesn't exist."""
        return Options(
            profile=profiles[self.profile],
            enable=frozenset(self.enable),
            disable=frozenset(self.disable),
            min_severity=Severity[self.min_severity.upper()],
            grammar=Grammar(self.grammar),
            fixes=self.fixes,
            deadline=None if self.deadline_ms is None else self.deadline_ms / 1000,
        )


class AnalysisRequest(BaseModel):
    """An article and how to analyse it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    accepted_inputs: ClassVar[tuple[str, ...]] = ("text",)

    text: str = Field(
        description="The article as plain text.",
        json_schema_extra={"pattern": "^[^\\u0000]*$"},  # checked by Source, with the position
    )
    title: Annotated[str, StringConstraints(max_length=1000)] | None = Field(
        default=None, description="Its headline, as evidence; no issue lies in it."
    )
    language: LanguageCode = "auto"
    options: OptionsIn = Field(default_factory=OptionsIn)

    @model_validator(mode="before")
    @classmethod
    def _one_known_input(cls, data: object) -> object:
        fields = _fields_of(data)
        if fields is not None:
            later = [name for name in _LATER_INPUTS if name in fields]
            if later and "text" in fields:
                template = "Send exactly one input; '{name}' and 'text' are two"
                raise PydanticCustomError("several_inputs", template, {"name": later[0]})
            if later:
                template = "'{name}' can't be read yet; this version accepts: text"
                raise PydanticCustomError("unsupported_input", template, {"name": later[0]})
            refuse_unknown_fields(fields, cls.model_fields)
            if "text" not in fields:
                kind, message = "missing_input", "Send the article as 'text'"
                raise PydanticCustomError(kind, message)
        return data

    def to_article(self) -> Article:
        """Return the article; raises `UnreadableTextError` for half a character or a NUL."""
        return Article(
            source=Source(self.text),
            title=self.title,
            language=self.language,
            names=tuple(self.options.names),
            dictionary=tuple(self.options.dictionary),
        )
