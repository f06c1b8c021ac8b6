# What sys tells about the interpreter's numbers.
# recorded: CPython 3.13, sizes are of 64 bits
import sys

print(sys.maxsize, sys.maxsize == 2**63 - 1, sys.byteorder, sys.maxunicode, sys.float_repr_style)
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig)
print(sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
print(sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.nan, sys.hash_info.width)
print(sys.flags.optimize, sys.argv[1:], isinstance(sys.path, list), sys.getdefaultencoding())
