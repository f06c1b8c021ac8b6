# Text grown by += in loops, of locals, of attributes and in dicts, and taken apart again.
class Page:
    def __init__(self):
        self.text = ''

    def add(self, piece):
        self.text += piece


def run(n):
    text = ''
    for i in range(n):
        text += 'x'
        text += str(i % 10)
    page = Page()
    for i in range(n // 20):
        page.add('line ')
        if i % 8 == 7:
            page.add('\n')
    columns = {'a': '', 'b': ''}
    for i in range(n // 20):
        columns['a' if i & 1 else 'b'] += 'ab'
    words = ''
    for word in page.text.split():
        words = words + word[:2] + '-'
    turned = ''
    for ch in text[:2000]:
        turned = ch + turned
    total = 0
    for i in range(0, len(text), 3):
        total += len(text[i:i + 3])
    return len(text), len(page.text), len(columns['a']), len(words), turned[:6], total


for _ in range(2):
    result = run(100000)
print(result)
