"""The languages of flows alone, for commands that need no server and no database."""

from dishka import make_container

from domain.flows.language import Language
from entrypoints.ioc.system import LanguageProvider


def flow_language() -> Language:
    """Give CEL, Liquid and RE2."""
    return make_container(LanguageProvider()).get(Language)
