# Log lines taken apart and put together: split, strip, partition, startswith, replace, join, case, counting.
def make_lines(n):
    levels = ('INFO', 'WARN', 'ERROR', 'DEBUG')
    lines = []
    for i in range(n):
        lines.append('  2024-03-' + str(i % 28 + 1).zfill(2) + ' ' + levels[i * 7 % 4] + ' user=' + str(i * 31 % 977)
                     + ' path=/api/v1/items/' + str(i % 53) + '?q=a%20b  \n')
    return lines


def run(lines):
    errors = 0
    users = {}
    paths = []
    for line in lines:
        line = line.strip()
        date, level, user, path = line.split(' ', 3)
        if level.startswith('ERR') or level.lower() == 'warn':
            errors += 1
        name, _, value = user.partition('=')
        users[value] = users.get(value, 0) + 1
        path = path.removeprefix('path=').replace('%20', ' ')
        where, mark, query = path.rpartition('?')
        if mark and query.endswith('b') and 'items' in where:
            paths.append('/'.join(where.split('/')[2:]).upper())
        if date.count('-') == 2 and not date.isdigit() and date.find('03') == 5:
            errors += 1
    table = '\n'.join(f'{user:>5}: {"#" * count}' for user, count in sorted(users.items())[:200])
    return errors, len(users), len(paths), paths[-1], len(table), table.splitlines()[3].ljust(12, '.')


lines = make_lines(40000)
for _ in range(2):
    result = run(lines)
print(result)
