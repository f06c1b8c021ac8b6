# Complex numbers.
# recorded: CPython 3.14
z = 3 + 4j
print(z, abs(z), z.conjugate(), z.real, z.imag, z * 1j, z ** 2, complex("1+2j"), complex(1, -2), z == 3 + 4j, f"{z:.1f}")
try:
    z < 1
except TypeError as error:
    print(error)
