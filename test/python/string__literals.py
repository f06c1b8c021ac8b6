# String literals: quotes, escapes, raw, triple, concatenation, prefixes.
# recorded: CPython 3.14
print('single', "double", 'it''s', "a" "b" 'c')
print("tab:\t|nl:\\n|bell:" + repr("\a\b\f\v\r\0"), "\x41\101\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}")
print(r"raw \n \t", R'\d+', rb"\x", b"\x41\n")
print("""triple
with "quotes" and
lines""")
print('''a\
b''', "line \
continued")
print(len("\n"), len(r"\n"), "\\", '\'', "\"", u"u prefix")
print(repr("'"), repr('"'), repr("'\""), repr("\n\t\\"), repr("é\x7f\x80\u200b\U0001F600"))
