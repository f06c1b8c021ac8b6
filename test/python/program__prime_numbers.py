# Primes: sieve, factors, totients, perfect numbers, Goldbach.
# recorded: CPython 3.14
def sieve(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, prime in enumerate(flags) if prime]

def factorise(n):
    factors = {}
    d = 2
    while d * d <= n:
        while n % d == 0:
            factors[d] = factors.get(d, 0) + 1
            n //= d
        d += 1 if d == 2 else 2
    if n > 1:
        factors[n] = factors.get(n, 0) + 1
    return factors

def totient(n):
    result = n
    for p in factorise(n):
        result -= result // p
    return result

def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, r = n - 1, 0
    while d % 2 == 0:
        d //= 2
        r += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n == a:
            return True
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True

primes = sieve(100)
print(primes, len(sieve(5000)))
print(factorise(360), factorise(97), factorise(2 ** 20 - 1), factorise(1))
print(" * ".join(f"{p}^{k}" if k > 1 else str(p) for p, k in factorise(5040).items()))
print([totient(n) for n in range(1, 20)])
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
print([(p, p + 2) for p in primes if p + 2 in primes])
known = set(primes)
print({n: next((p, n - p) for p in primes if n - p in known) for n in range(90, 101, 2)})
print([p for p in range(2, 32) if is_prime(2 ** p - 1)], is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1), is_prime(10 ** 18 + 9))
