# Dates, times and differences.
# recorded: CPython 3.14
from datetime import date, datetime, timedelta
d = date(2024, 2, 28) + timedelta(days=2)
print(d, d.isoformat(), d.weekday(), d.strftime("%d/%m/%y"), (date(2025, 1, 1) - d).days, repr(datetime(2024, 1, 2, 3, 4)))
print(datetime.strptime("2024-05-06 07:08", "%Y-%m-%d %H:%M"), timedelta(hours=25, seconds=5), datetime.fromisoformat("2024-01-01T10:00"))
try:
    date(2024, 13, 1)
except ValueError as error:
    print(error)
