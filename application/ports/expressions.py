"""What flows need of expressions, templates and patterns: the protocols of the domain, for injection.

None of them raises; a bad or hostile text is a value with an error, and takes bounded time.
"""

from domain.flows.language import Evaluation, Expressions, Mistake, Regex, Rendering, Search, Templates

__all__ = ["Evaluation", "Expressions", "Mistake", "Regex", "Rendering", "Search", "Templates"]
