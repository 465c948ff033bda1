"""Arrays without broadcasting."""
from . import Dual, add as plus, mul

float64, int64 = float, int


class Array:
    def __init__(self, shape, data):
        self.shape, self.data = tuple(shape), list(data)

    def reshape(self, shape):
        return Array((len(self.data),) if shape == -1 else shape, self.data)

    def tolist(self):
        return [x.a if isinstance(x, Dual) else x for x in self.data]

    def unit(self, place):
        return Array(self.shape, [1.0 if i == place else 0.0 for i in range(len(self.data))])


def asarray(x, dtype):
    return Array((len(x),), map(dtype, x))


def elementwise(f):
    def apply(*xs):
        if any(x.shape != xs[0].shape for x in xs):
            raise NotImplementedError("broadcasting")
        return Array(xs[0].shape, [f(*e) for e in zip(*(x.data for x in xs))])

    return apply


add, multiply = elementwise(plus), elementwise(mul)
negative = elementwise(lambda x: mul(-1.0, x))
square = elementwise(lambda x: mul(x, x))
subtract = elementwise(lambda x, y: plus(x, mul(-1.0, y)))
