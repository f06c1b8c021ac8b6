# Calendars from first principles: leap years, weekdays, month grids, Easter.
# recorded: CPython 3.14
MONTHS = "January February March April May June July August September October November December".split()
DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

def days_in(year, month):
    return [31, 29 if is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]

def weekday(year, month, day):
    offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]
    if month < 3:
        year -= 1
    return (year + year // 4 - year // 100 + year // 400 + offset + day + 6) % 7

def month_grid(year, month):
    cells = [0] * weekday(year, month, 1) + list(range(1, days_in(year, month) + 1))
    cells += [0] * (-len(cells) % 7)
    return [cells[i:i + 7] for i in range(0, len(cells), 7)]

def show(year, month):
    yield f"{MONTHS[month - 1]} {year}".center(20).rstrip()
    yield " ".join(DAYS)
    for week in month_grid(year, month):
        yield " ".join(f"{d:2d}" if d else "  " for d in week).rstrip()

def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return f // 31, f % 31 + 1

def ordinal(n):
    suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"

for line in show(2024, 2):
    print(line)
print(*show(2023, 10), sep="\n")
print([y for y in range(1890, 1925) if is_leap(y)], sum(days_in(2023, m) for m in range(1, 13)))
for date in [(2000, 1, 1), (1969, 7, 20), (2024, 2, 29), (1900, 3, 1)]:
    print("{0:04d}-{1:02d}-{2:02d}".format(*date), DAYS[weekday(*date)])
print([f"{MONTHS[m - 1][:3]} {ordinal(d)}" for m, d in map(easter, (2000, 2008, 2024, 2038))])
print([(MONTHS[m - 1][:3], y) for y in (2023, 2024) for m in range(1, 13) if weekday(y, m, 13) == 4])
print(" ".join(ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 113)))
