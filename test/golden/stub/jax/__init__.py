"""As much of JAX as the checker of golden/README.md needs for polynomials, in plain Python. With STUB_WRONG set it forgets the
product rule's second half."""
import os
from types import SimpleNamespace

config = SimpleNamespace(update=lambda *_: None)
WRONG = bool(os.environ.get("STUB_WRONG"))


class Dual:
    """a + b·ε, where each differentiation has an ε of its own: the later, the higher its level."""

    def __init__(self, a, b, level):
        self.a, self.b, self.level = a, b, level


levels = [0]


def parts(x, level):
    return (x.a, x.b) if isinstance(x, Dual) and x.level == level else (x, 0.0)


def level_of(*xs):
    return max(x.level if isinstance(x, Dual) else 0 for x in xs)


def add(x, y):
    level = level_of(x, y)
    if level == 0:
        return x + y
    (a, b), (c, d) = parts(x, level), parts(y, level)
    return Dual(add(a, c), add(b, d), level)


def mul(x, y):
    level = level_of(x, y)
    if level == 0:
        return x * y
    (a, b), (c, d) = parts(x, level), parts(y, level)
    return Dual(mul(a, c), mul(b, c) if WRONG else add(mul(a, d), mul(b, c)), level)


def jvp(f, inputs, tangents):
    from .numpy import Array

    levels[0] += 1
    level = levels[0]
    moved = [Array(x.shape, [Dual(a, b, level) for a, b in zip(x.data, t.data)]) for x, t in zip(inputs, tangents)]
    outs = [(y.shape, [parts(e, level) for e in y.data]) for y in f(*moved)]
    return tuple(tuple(Array(shape, [e[i] for e in data]) for shape, data in outs) for i in (0, 1))


def columns(f, inputs):
    """For each input and each of its elements: the derivative of all outputs."""
    units = lambda k, i: [x.unit(i if n == k else None) for n, x in enumerate(inputs)]
    return [[jvp(f, inputs, units(k, i))[1] for i in range(len(x.data))] for k, x in enumerate(inputs)]


def vjp(f, *inputs):
    def back(cotangents):
        sums = [[sum_of(c, cotangents) for c in per_input] for per_input in columns(f, inputs)]
        return tuple(type(x)(x.shape, s) for x, s in zip(inputs, sums))

    return f(*inputs), back


def sum_of(column, cotangents):
    total = 0.0
    for t, g in zip(column, cotangents):
        for a, b in zip(t.data, g.data):
            total = add(total, mul(b, a))
    return total


def jacrev(f, argnums):
    def rows(*inputs):
        found = columns(f, inputs)
        outs = f(*inputs)
        entry = lambda o, k: [c[o].data[r] for r in range(len(outs[o].data)) for c in found[k]]
        return tuple(
            tuple(type(x)(outs[o].shape + x.shape, entry(o, k)) for k, x in enumerate(inputs)) for o in range(len(outs))
        )

    return rows
