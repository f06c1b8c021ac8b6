# Casing and classification of every code point, as hashes of blocks of 256.
CHECKS = ["isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper",
          "upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "split", "splitlines"]


def mix(state, text):
    for c in text:
        state = (state * 1000003 ^ ord(c)) % 2**61
    return state


for start in range(0, 0x110000, 256):
    states = []
    for check in CHECKS:
        state = 7
        for code in range(start, start + 256):
            result = getattr(chr(code), check)()
            state = mix(state, str(result) if check not in ("split", "splitlines") else str(len(result)))
        states.append(str(state))
    say(hex(start), " ".join(states))
    shown = 7
    for code in range(start, start + 256):
        shown = mix(shown, repr(chr(code)) + ascii("a" + chr(code)) + ("A" + chr(code)).lower() + ("a" + chr(code) + "b").title())
        try:
            shown = mix(shown, str(int(chr(code))))
        except ValueError:
            shown = mix(shown, "x")
    say(hex(start) + " texts", str(shown))
# Sigma at the end of words, and characters that do not change case on either side.
ASIDE = ["", "'", "\xad", "\u0345", ".", "1", "a", "A", " ", "\u2019", "\u0301", "-", ":", "\u03a3"]
for before in ASIDE:
    for between in ASIDE:
        for after in ASIDE:
            text = before + between + "\u03a3" + after
            say(ascii(text), ascii([text.lower(), text.title(), text.capitalize(), text.swapcase()]))
