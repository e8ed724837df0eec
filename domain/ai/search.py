"""How passages are looked for: the words that count of a question, and two orders made into one."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from domain.shared.words import composed, stem, words_in

PASSAGES = 6
"""How many passages a model is shown: some two thousand tokens."""
CANDIDATES = 24
"""How many each way of looking brings."""
MAX_TERMS = 40
"""Words of a question that are looked for; longer ones tell a story."""
NEAR = 0.25
"""The cosine from which a passage may be about the question. Below it the models in use place what has nothing to do
with each other; what is too far is not shown, so that `only_sources` has something to refuse by."""
_SMOOTHING = 60
"""Of reciprocal rank fusion (Cormack et al., 2009), whose own value it is."""

_WORDS = """
a o e as os um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para pra pro com sem sob
sobre ate ao aos que qual quais quem onde quando como quanto quanta quantos quantas porque se sim nao eu tu ele ela
nos voces voce vc eles elas me te lhe meu minha meus minhas seu sua seus suas isso isto aquilo esse essa este esta
aquele aquela ser sou era foi sao esta estao estou estava tem tenho ter ha fica faz fazer pode posso podem quero
queria gostaria preciso mais muito ja so tambem ou mas ola oi bom boa dia tarde noite obrigado obrigada favor
the an of in on at to for with and or is are was be do does did i you he she it we they my your what which who
where when how why can could would please hi hello
"""
STOP_WORDS = frozenset(_WORDS.split())
"""Words that say nothing of what is asked, folded."""


def terms_of(question: str) -> dict[str, str]:
    """Give the words of a question that count, folded, by their stems."""
    found: dict[str, str] = {}
    for word in words_of(question):
        found.setdefault(stem(word), word)
        if len(found) == MAX_TERMS:
            break
    return found


def words_of(text: str) -> Iterator[str]:
    """Give the words of a text that count, folded."""
    for word in words_in(composed(text)):
        if word.folded not in STOP_WORDS and (len(word.folded) > 1 or word.folded.isdigit()):
            yield word.folded


def fused(*rankings: Sequence[UUID], most: int = PASSAGES) -> list[UUID]:
    """Make one order of several, best first: what is high in any is high, what is in several higher."""
    scores: dict[UUID, float] = {}
    for ranking in rankings:
        for place, found in enumerate(ranking, start=1):
            scores[found] = scores.get(found, 0.0) + 1 / (_SMOOTHING + place)
    return _best(scores)[:most]


def _best(scores: Mapping[UUID, float]) -> list[UUID]:
    return sorted(scores, key=lambda found: (-scores[found], found))
