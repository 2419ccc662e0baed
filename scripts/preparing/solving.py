"""Small numerical tools: linear equations, smoothing over age, bisection."""


def solve(matrix, right):
    """Solution of a dense system by Gaussian elimination with partial pivoting."""
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    size = len(rows)
    for k in range(size):
        pivot = max(range(k, size), key=lambda i: abs(rows[i][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(k + 1, size):
            factor = rows[i][k] / rows[k][k]
            if factor:
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
    answer = [0.0] * size
    for k in reversed(range(size)):
        known = sum(rows[k][j] * answer[j] for j in range(k + 1, size))
        answer[k] = (rows[k][size] - known) / rows[k][k]
    return answer


def least_squares(equations, size):
    """Weighted least squares of sparse equations (weight, {unknown: factor}, right side)."""
    matrix = [[0.0] * size for _ in range(size)]
    right = [0.0] * size
    for weight, factors, value in equations:
        for i, a in factors.items():
            right[i] += weight * a * value
            for j, b in factors.items():
                matrix[i][j] += weight * a * b
    return solve(matrix, right)


def second_differences(weights):
    """Equations that ask an age curve to be straight, one weight for each inner age."""
    return [(weight, {i: 1.0, i + 1: -2.0, i + 2: 1.0}, 0.0) for i, weight in enumerate(weights)]


def smoothed(observations, size, stiffness):
    """A curve over ages 0 to size - 1 near the observations (age, value, weight), stiff in second differences."""
    equations = [(weight, {age: 1.0}, value) for age, value, weight in observations]
    return least_squares(equations + second_differences([stiffness] * (size - 2)), size)


def bisected(function, low, high, tolerance=1e-10):
    """The point where an increasing or decreasing function crosses zero between low and high."""
    rising = function(high) > function(low)
    while high - low > tolerance:
        middle = (low + high) / 2
        if (function(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return (low + high) / 2
