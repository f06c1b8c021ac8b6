# Text by characters: a cipher, a hand-written CSV splitter, palindromes, run-length coding.
def caesar(text, shift):
    out = []
    for ch in text:
        if 'a' <= ch <= 'z':
            out.append(chr((ord(ch) - 97 + shift) % 26 + 97))
        elif ch.isupper():
            out.append(chr((ord(ch) - 65 + shift) % 26 + 65))
        else:
            out.append(ch)
    return ''.join(out)


def split_csv(line):
    fields = []
    field = ''
    quoted = False
    for ch in line:
        if ch == '"':
            quoted = not quoted
        elif ch == ',' and not quoted:
            fields.append(field)
            field = ''
        else:
            field += ch
    fields.append(field)
    return fields


def run_length(text):
    out = ''
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += text[i] + str(j - i)
        i = j
    return out


def is_palindrome(text):
    kept = [ch.lower() for ch in text if ch.isalnum()]
    return kept == kept[::-1]


line = 'Alpha,"beta, gamma",delta 12,,"The End",zzz'
text = 'The quick brown Fox jumps over the lazy Dog. A man, a plan, a canal: Panama! '
found = 0
fields = []
for i in range(9000):
    secret = caesar(text, i % 26)
    if caesar(secret, -(i % 26)) == text:
        found += 1
    fields += split_csv(line + str(i))[-2:]
    if is_palindrome(text[44:]):
        found += 1
for _ in range(60):
    packed = run_length('aaabbbccd' * 300)
title = ' '.join(word.capitalize() for word in fields[:20000])
print(found, len(fields), fields[-1], len(packed), packed[:12], len(title), title.count('Zzz'), title[-8:])
