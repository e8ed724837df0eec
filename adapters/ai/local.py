"""A model's twin without a model: it answers with a sentence of the sources, the same at every asking, for nothing.

It is what a company has until it sets a model up, what the demo shows, and what tests ask.
"""

import re
from hashlib import blake2b

from application.ports.ai import Embedded, ModelAccess, ModelAnswer
from domain.ai.pricing import tokens_about
from domain.ai.prompt import lay_out
from domain.ai.question import Passage, Question
from domain.ai.search import words_of
from domain.shared.text import fold
from domain.shared.words import stem

DIMENSIONS = 64
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WANTS_PERSON = re.compile(
    r"\b(atendente|humano|alguem|pessoa|operador|consultor|gerente|human|agent|somebody|person)\b"
)
_ASKS = re.compile(r"\b(fal(ar|e|o)|convers(ar|e|o)|quero|queria|preciso|cham(ar|e|a)|pass(ar|e|a)|talk|speak|want)\b")


class LocalModel:
    """Implements LanguageModels by comparing words."""

    async def ask(self, access: ModelAccess, question: Question) -> ModelAnswer:
        """Answer with the sentence that shares the most words; hand over to whoever asks for a person."""
        del access
        taken = _tokens(question)
        asked = fold(question.question)
        if question.can_hand_over and _WANTS_PERSON.search(asked) and _ASKS.search(asked):
            return ModelAnswer(text="", sure=False, hand_over=True, input_tokens=taken)
        best = _best_sentence(question)
        if best is None:
            return ModelAnswer(text="", sure=False, input_tokens=taken)
        number, sentence = best
        words = " ".join(sentence.split()[: question.max_tokens])
        return ModelAnswer(text=words, used=(number,), input_tokens=taken, output_tokens=len(words.split()))

    async def embed(self, access: ModelAccess, texts: list[str]) -> Embedded:
        """Place each text by its words: texts with the same words lie at the same place."""
        del access
        return Embedded(vectors=[_place(text) for text in texts], input_tokens=sum(map(tokens_about, texts)))


def _tokens(question: Question) -> int:
    layout = lay_out(question)
    return tokens_about("\n".join([layout.system, *(turn.text for turn in layout.turns)]))


def _best_sentence(question: Question) -> tuple[int, str] | None:
    asked = _stems(question.question)
    found = [
        (len(asked & (_stems(sentence) | _stems(passage.title))), len(asked & _stems(sentence)), passage, sentence)
        for passage in question.passages
        for sentence in _sentences(passage)
    ]
    best = max(found, key=lambda one: (one[0], one[1], -one[2].number), default=None)
    return (best[2].number, best[3]) if best is not None and best[0] else None


def _sentences(passage: Passage) -> list[str]:
    return [sentence.strip() for sentence in _SENTENCE.split(passage.text) if sentence.strip()]


def _stems(text: str) -> set[str]:
    return {stem(word) for word in words_of(text)}


def _place(text: str) -> list[float]:
    vector = [0.0] * DIMENSIONS
    for word in _stems(text):
        vector[blake2b(word.encode(), digest_size=1).digest()[0] % DIMENSIONS] += 1.0
    return vector if any(vector) else [1.0, *vector[1:]]
