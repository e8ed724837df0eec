"""What flows rely on in CEL, Liquid and RE2: results, errors as values, and an end in bounded time."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2

CEL, LIQUID, RE2 = Cel(), Liquid(), Re2()
NOW = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
LONG = "a" * 60_000
NAMES = {
    "response": "Suporte",
    "reply": {"id": "s", "text": "Suporte"},
    "vars": {"n": 1, "f": 2.5, "none": None, "list": ["a", "b"]},
    "big": {"s": LONG, "many": [1] * 201},
    "contact": {"name": "Ana {{vars.n}}", "tags": ["vip"]},
    "now": NOW,
    "last": None,
}
BOUND = 30.0
"""Seconds; each case takes well below one on a machine at rest, and without our limits more than anybody waits."""


class TestCel:
    @pytest.mark.parametrize(
        ("expression", "expected"),
        [
            ("response == 'Suporte'", True),
            ("vars.n + 1", 2),
            ("vars.f > 2.0 && 'vip' in contact.tags", True),
            ("has(vars.gone)", False),
            ("has(vars.gone) && vars.gone > 1", False),
            ("vars.none == null", True),
            ("last == null", True),
            ("vars.list.exists(x, x == 'b')", True),
            ("[1, 2].filter(x, x > 1).map(x, x * 2)", [4]),
            ("vars.n in [1].map(x, x)", True),
            ("response.matches('(?i)^sup')", True),
            ("now + duration('2h') > now", True),
            ("now.getHours()", 12),
            ("size(response)", 7),
            ("'[1].map(x, [1].map('", "[1].map(x, [1].map("),
        ],
    )
    def test_evaluates(self, expression: str, expected: object):
        assert CEL.evaluate(expression, NAMES).value == expected

    @pytest.mark.parametrize(
        "expression",
        ["", "1 +", "vars.gone", "gone", "1 / 0", "vars.n + 1.5", "9223372036854775807 + 1", "int('x')", "(" * 5000],
    )
    def test_gives_errors_as_values(self, expression: str):
        assert CEL.evaluate(expression, NAMES).error

    @pytest.mark.parametrize(
        "expression",
        [
            "[1].map(x, [1].map(y, y))",
            "[1] . all (x, [1].//\n exists (y, true))",
            "r'\\' == '' || [1].map(x, [1].map(y, y))",
            "[1].all(x, 'a'.matches('a'))",
            "big.many.map(x, x)",
            "[1].map(x, big.s)",
            "+".join(["'a'.matches('a')"] * 5),
            "1" * 1001,
        ],
    )
    def test_refuses_what_multiplies(self, expression: str):
        started = time.monotonic()

        assert CEL.evaluate(expression, NAMES).error
        assert time.monotonic() - started < BOUND

    @pytest.mark.parametrize(
        "expression",
        [
            "+".join(["big.s"] * 140),
            "big.s.matches('(a*)*b')",
            "[" + ",".join(["1"] * 400) + "].map(x, 'aaaaaaaaaaaaaaaaaaaa')",
        ],
    )
    def test_ends_in_bounded_time(self, expression: str):
        names = NAMES if "map" not in expression else {}
        started = time.monotonic()

        CEL.evaluate(expression, names)

        assert time.monotonic() - started < BOUND

    @pytest.mark.parametrize(
        "expression",
        [
            "contact.map(k, k)",
            "vars.all(k, k == 'n')",
            "{'b': 1, 'a': 2}.map(k, k)",
            "vars['n'].map(k, k)",
            "(vars).map(k, k)",
            "[vars][0].map(k, k)",
            "dyn(vars).exists(k, true)",
            "size(vars).b.map(k, k)",
        ],
    )
    def test_walks_over_lists_only_for_objects_have_no_order(self, expression: str):
        assert CEL.evaluate(expression, NAMES).error

    def test_puts_objects_in_order(self):
        names = {"vars": {letter: {letter: 1, "a": 1} for letter in "zyxwvutsrqponmlkj"}}

        value = CEL.evaluate("[vars]", names).value

        assert repr(value) == repr([{letter: {"a": 1, letter: 1} for letter in "jklmnopqrstuvwxyz"}])

    def test_checks_without_running(self):
        assert CEL.check("vars.gone == 1") is None
        assert CEL.check("vars.gone ==") is not None

    @settings(deadline=None)
    @given(st.text(max_size=40))
    def test_never_raises(self, expression: str):
        assert CEL.evaluate(expression, NAMES) is not None
        assert CEL.check(expression) is None or True


class TestLiquid:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Olá {{contact.name | default: 'cliente'}}", "Olá Ana {{vars.n}}"),
            ("{{vars.gone | default: 'nada'}}", "nada"),
            ("{% if vars.n == 1 %}um{% else %}outro{% endif %}", "um"),
            ("{% for x in vars.list %}{{x}};{% endfor %}", "a;b;"),
            ("{{vars.list | join: ', '}}", "a, b"),
            ("{{'a-b' | replace: '-', '+'}}", "a+b"),
            ("{{'now' | date: '%d/%m/%Y %H:%M'}}", "23/11/2026 12:30"),
            ("{{'2026-05-04' | date: '%d/%m'}}", "04/05"),
            ("{{'tomorrow' | date: '%d'}}", "tomorrow"),
            ("{{response | upcase | slice: 0, 3}}", "SUP"),
        ],
    )
    def test_renders_once(self, text: str, expected: str):
        rendering = LIQUID.render(text, NAMES)

        assert (rendering.text, rendering.warnings, rendering.error) == (expected, (), None)

    def test_undefined_is_empty_and_a_warning(self):
        rendering = LIQUID.render("[{{vars.gone}}{{gone}}]", NAMES)

        assert rendering.text == "[]"
        assert len(rendering.warnings) == 2
        assert all("undefined" in warning for warning in rendering.warnings)

    @pytest.mark.parametrize(
        "text",
        [
            "{{",
            "{% if %}",
            "{{ x | nothing }}",
            "{% include 'etc/passwd' %}",
            "{% render 'x' %}",
            "{{ 1 | divided_by: 0 }}",
            "x" * 16_385 + "{{a}}",
        ],
    )
    def test_gives_errors_as_values(self, text: str):
        assert LIQUID.render(text, NAMES).error
        assert LIQUID.check(text) or "divided_by" in text

    @pytest.mark.parametrize(
        "text",
        [
            "{% for i in (1..1000000000) %}x{% endfor %}",
            "{% tablerow i in (1..1000000000) %}x{% endtablerow %}",
            "{% for a in (1..400) %}{% for b in (1..400) %}x{% endfor %}{% endfor %}",
            "{{ (1..1000000000) | join: ',' }}",
            "{{ (1..1000000000) | reverse | first }}",
            "{{ big.s | replace: '', big.s }}",
            "{{ big.s | split: '' | join: big.s }}",
            "{% assign a = 'aaaa' %}{% for i in (1..400) %}{% assign a = a | append: a %}{% endfor %}",
            "{% assign a = vars.list %}{% for i in (1..400) %}{% assign a = a | concat: a %}{% endfor %}",
            "{% capture a %}{% for i in (1..400) %}{{big.s}}{% endfor %}{% endcapture %}",
            "{{ big.s" + " | base64_encode" * 300 + " }}",
            "{% for i in (1..400) %}" + "{{big.s|upcase|size}}" * 300 + "{% endfor %}",
            "{% if true %}" * 500 + "{% endif %}" * 500,
        ],
    )
    def test_refuses_what_is_too_much(self, text: str):
        started = time.monotonic()

        assert LIQUID.render(text, NAMES).error
        assert time.monotonic() - started < BOUND

    def test_reaches_no_python_attributes(self):
        assert LIQUID.render("{{now.tzinfo}}{{contact.__class__}}{{response.upper}}", NAMES).text == ""

    def test_one_rendering_leaves_nothing_to_the_next(self):
        LIQUID.render("{% assign x = 1 %}{% increment y %}{{gone}}", NAMES)

        rendering = LIQUID.render("{{x}}{{y}}", NAMES)

        assert (rendering.text, len(rendering.warnings)) == ("", 2)

    @settings(deadline=None)
    @given(st.text("{}%| \"'.abx:", max_size=30))
    def test_never_raises(self, text: str):
        assert LIQUID.render(text, NAMES) is not None


class TestRe2:
    def test_searches_anywhere_and_ignores_case(self):
        assert RE2.search("SUP", "o suporte").found
        assert RE2.search("^olá$", "OLÁ").found
        assert not RE2.search("^sup$", "o suporte").found

    @pytest.mark.parametrize("pattern", ["(", "a" * 513, "((a{100}){100}){100}", r"(a)\1", "(?=a)", "\ud800"])
    def test_gives_errors_as_values(self, pattern: str, capfd: pytest.CaptureFixture[str]):
        assert RE2.search(pattern, "a").error
        assert RE2.check(pattern)
        assert capfd.readouterr().err == ""

    def test_ends_in_bounded_time(self):
        started = time.monotonic()

        RE2.search("(a*)*(a|aa)+$", LONG + "!")

        assert time.monotonic() - started < BOUND
