# https://docs.python.org/3/library/time.html
# The calendar of the module; the zone is UTC. Clocks and sleep are native.
timezone = altzone = daylight = 0
tzname = ('UTC', 'UTC')

_DAY_NAMES = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTH_NAMES = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
                'December')
_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, dict=None, /):
        try:
            iterator = iter(sequence)
        except TypeError:
            raise TypeError('constructor requires a sequence') from None
        items = tuple(iterator)
        if len(items) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)')
        if len(items) > 11:
            raise TypeError(f'time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)')
        self = super().__new__(cls, items[:9])
        rest = items[9:] + (None, None)
        self._zone = rest[0]
        self._gmtoff = rest[1]
        return self

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: self._zone)
    tm_gmtoff = property(lambda self: self._gmtoff)

    def __repr__(self):
        shown = [name + '=' + repr(value) for name, value in zip(_FIELDS, self)]
        return 'time.struct_time(' + ', '.join(shown) + ')'


# Days since 1970-01-01 of a date of the proleptic Gregorian calendar, and back: years begin in March, so that leap days end them.
def _days(year, month, day):
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468


def _date(days):
    era, day_of_era = divmod(days + 719468, 146097)
    year = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return year + era * 400 + (month <= 2), month, day


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _index(value):
    if isinstance(value, int):
        return int(value)
    index = getattr(type(value), '__index__', None)
    if index is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return index(value)


def _seconds(value):
    if value is None:
        value = time()
    if isinstance(value, float):
        if value != value:
            raise ValueError('Invalid value NaN (not a number)')
        value = int(value // 1) if abs(value) < 1e19 else 1 << 64
    value = _index(value)
    if not -1 << 63 <= value < 1 << 63:
        raise OverflowError('timestamp out of range for platform time_t')
    return value


def gmtime(seconds=None, /):
    days, rest = divmod(_seconds(seconds), 86400)
    year, month, day = _date(days)
    if not -1 << 31 <= year - 1900 < 1 << 31:
        raise OSError(75, 'Value too large for defined data type')
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, days - _days(year, 1, 1) + 1, 0,
                        'GMT', 0))


def localtime(seconds=None, /):
    return struct_time((*gmtime(seconds), 'UTC', 0))


def _items(value, function):
    if not isinstance(value, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(value) != 9:
        raise TypeError(function + '(): illegal time tuple argument')
    items = [_index(item) for item in value]
    if not -1 << 31 <= items[0] - 1900 < 1 << 31:
        raise OverflowError('year out of range')
    for item in items:
        if not -1 << 31 <= item < 1 << 31:
            raise OverflowError('Python int too large to convert to C int')
    return items


# Items of a time that may be shown; 0 stands for the first month, day of the month or day of the year.
def _checked(value, function):
    items = _items(value, function)
    for place, least, most, what in ((1, 0, 12, 'month'), (2, 0, 31, 'day of month'), (3, 0, 23, 'hour'), (4, 0, 59, 'minute'),
                                     (5, 0, 61, 'seconds'), (6, -1, None, 'day of week'), (7, 0, 366, 'day of year')):
        if items[place] < least or (most is not None and items[place] > most):
            raise ValueError(what + ' out of range')
    items[6] %= 7
    for place in (1, 2, 7):
        items[place] = items[place] or 1
    return items


def mktime(object, /):
    year, month, day, hour, minute, second = _items(object, 'mktime')[:6]
    years, month = divmod(month - 1, 12)
    days = _days(year + years, month + 1, 1) + day - 1
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def asctime(t=None, /):
    items = _checked(localtime() if t is None else t, 'asctime')
    return (f'{_DAY_NAMES[items[6]][:3]} {_MONTH_NAMES[items[1] - 1][:3]}{items[2]:3d} '
            f'{items[3]:02d}:{items[4]:02d}:{items[5]:02d} {items[0]}')


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def _iso_week(year, weekday, yearday):
    week = (yearday - 1 - weekday + 10) // 7
    if week < 1:
        year -= 1
        last = 365 + _is_leap(year)
        return _iso_week(year, weekday, yearday + last)
    if week == 53 and (yearday - 1 - weekday + 3) >= 365 + _is_leap(year):
        return year + 1, 1
    return year, week


_COMPOSED = {'c': '%a %b %e %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'T': '%H:%M:%S',
             'R': '%H:%M', 'r': '%I:%M:%S %p', 'h': '%b'}


# A number with its width and filler, or a text.
def _part(directive, items):
    year, month, day, hour, minute, second, weekday, yearday, _, zone = items
    match_number = {
        'd': (day, 2, '0'), 'e': (day, 2, ' '), 'H': (hour, 2, '0'), 'k': (hour, 2, ' '), 'I': ((hour - 1) % 12 + 1, 2, '0'),
        'l': ((hour - 1) % 12 + 1, 2, ' '), 'j': (yearday, 3, '0'), 'm': (month, 2, '0'), 'M': (minute, 2, '0'),
        'S': (second, 2, '0'), 'y': (year % 100, 2, '0'), 'C': (year // 100, 2, '0'), 'Y': (year, 1, '0'),
        'u': (weekday + 1, 1, '0'), 'w': ((weekday + 1) % 7, 1, '0'), 'U': ((yearday + 6 - (weekday + 1) % 7) // 7, 2, '0'),
        'W': ((yearday + 6 - weekday) // 7, 2, '0')}
    if directive in match_number:
        return match_number[directive]
    if directive in 'GgV':
        iso_year, week = _iso_week(year, weekday, yearday)
        return {'G': (iso_year, 1, '0'), 'g': (iso_year % 100, 2, '0'), 'V': (week, 2, '0')}[directive]
    if directive == 's':
        return int(mktime(tuple(items[:9]))), 1, '0'
    texts = {'a': _DAY_NAMES[weekday][:3], 'A': _DAY_NAMES[weekday], 'b': _MONTH_NAMES[month - 1][:3], 'B': _MONTH_NAMES[month - 1],
             'p': 'PM' if hour >= 12 else 'AM', 'P': 'pm' if hour >= 12 else 'am', 'z': '+0000', 'Z': zone, 'n': '\n', 't': '\t',
             '%': '%'}
    return texts.get(directive)


def _shown(directive, flags, width, items):
    if directive in _COMPOSED:
        text = _format(_COMPOSED[directive], items)
    else:
        text = _part(directive, items)
        if text is None:
            return None
    if isinstance(text, tuple):
        number, least, fill = text
        for flag in flags:
            fill = {'_': ' ', '0': '0', '-': ''}.get(flag, fill)
        text = str(abs(number)).rjust(max(least, width) - (number < 0), fill) if fill else str(abs(number))
        return '-' + text if number < 0 else text
    if '^' in flags:
        text = text.upper()
    if '#' in flags:
        text = text.lower() if directive in 'pZ' else text.upper()
    return text.rjust(width, '0' if '0' in flags else ' ')


def _format(format, items):
    pieces = []
    at = 0
    while at < len(format):
        percent = format.find('%', at)
        if percent < 0:
            break
        pieces.append(format[at:percent])
        at = percent + 1
        start = at
        while at < len(format) and format[at] in '_-0^#':
            at += 1
        flags = format[start:at]
        digits = at
        while at < len(format) and format[at] in '0123456789':
            at += 1
        width = int(format[digits:at] or 0) if at - digits < 5 else 9999
        if at < len(format) and format[at] in 'EO':
            at += 1
        shown = _shown(format[at], flags, width, items) if at < len(format) else None
        at += at < len(format)
        pieces.append(format[percent:at] if shown is None else shown)
    return ''.join(pieces) + format[at:]


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    if t is None:
        t = localtime()
    zone = t.tm_zone if isinstance(t, struct_time) else None
    return _format(format, _checked(t, 'strftime') + [zone or 'UTC'])


# ---- strptime: a format is matched item by item; what an item can be is tried in the order of CPython's regular expressions.
def _numbers(text, at, most, alternatives):
    for first, second in alternatives:
        part = text[at:at + len(first)]
        if len(part) != len(first):
            continue
        for c, low, high in zip(part, first, second):
            if not low <= c <= high:
                break
        else:
            yield at + len(first), part


_DIRECTIVES = {
    'd': (('30', '31'), ('10', '29'), ('01', '09'), ('1', '9'), (' 1', ' 9')),
    'H': (('20', '23'), ('00', '19'), ('0', '9')),
    'I': (('10', '12'), ('01', '09'), ('1', '9'), (' 1', ' 9')),
    'G': (('0000', '9999'),),
    'Y': (('0000', '9999'),),
    'j': (('360', '366'), ('300', '359'), ('100', '299'), ('010', '099'), ('001', '009'), ('10', '99'), ('01', '09'), ('1', '9')),
    'm': (('10', '12'), ('01', '09'), ('1', '9')),
    'M': (('00', '59'), ('0', '9')),
    'S': (('60', '61'), ('00', '59'), ('0', '9')),
    'U': (('50', '53'), ('00', '49'), ('0', '9')),
    'w': (('0', '6'),),
    'u': (('1', '7'),),
    'V': (('50', '53'), ('01', '09'), ('10', '49'), ('0', '9')),
    'y': (('00', '99'),),
    'f': tuple(('0' * count, '9' * count) for count in range(6, 0, -1)),
}
_DIRECTIVES['W'] = _DIRECTIVES['U']
_DIRECTIVES['e'] = _DIRECTIVES['d']
_NAMES = {
    'A': [name.lower() for name in _DAY_NAMES],
    'a': [name[:3].lower() for name in _DAY_NAMES],
    'B': [name.lower() for name in _MONTH_NAMES],
    'b': [name[:3].lower() for name in _MONTH_NAMES],
    'p': ['am', 'pm'],
    'P': ['am', 'pm'],
    'Z': ['utc', 'gmt'],
}
_EXPANDED = {'T': '%H:%M:%S', 'R': '%H:%M', 'X': '%H:%M:%S', 'x': '%m/%d/%y', 'c': '%a %b %d %H:%M:%S %Y', 'r': '%I:%M:%S %p',
             'D': '%m/%d/%y', 'F': '%Y-%m-%d'}


def _offsets(text, at):
    if text[at:at + 1] == 'Z':
        yield at + 1, 'Z'
        return

    def digits(start, first='9'):
        part = text[start:start + 2]
        return len(part) == 2 and '0' <= part[0] <= first and '0' <= part[1] <= '9'

    if text[at:at + 1] not in ('+', '-') or not digits(at + 1):
        return
    end = at + 3
    end += text[end:end + 1] == ':'
    if not digits(end, '5'):
        return
    ends = [end + 2]
    end = ends[-1] + (text[ends[-1]:ends[-1] + 1] == ':')
    if digits(end, '5'):
        ends.append(end + 2)
        if text[end + 2:end + 3] == '.':
            count = 0
            while count < 6 and '0' <= text[end + 3 + count:end + 4 + count] <= '9':
                count += 1
                ends.append(end + 3 + count)
    for end in reversed(ends):
        yield end, text[at:end]


def _matches(directive, text, at):
    if directive in _DIRECTIVES:
        yield from _numbers(text, at, len(text), _DIRECTIVES[directive])
    elif directive == 'z':
        yield from _offsets(text, at)
    elif directive == '%':
        if text[at:at + 1] == '%':
            yield at + 1, '%'
    else:
        for name in sorted(_NAMES[directive], key=len, reverse=True):
            if text[at:at + len(name)].lower() == name:
                yield at + len(name), name


# The items of a format: ('', character), (' ', '') for blanks, (directive, '').
def _items_of(format, whole):
    items = []
    at = 0
    while at < len(format):
        c = format[at]
        at += 1
        if c.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            items.append((' ', ''))
        elif c != '%':
            items.append(('', c))
        else:
            while at < len(format) and format[at] in '-_0^#':
                at += 1
            while at < len(format) and format[at] in '0123456789':
                at += 1
            if at < len(format) and format[at] in 'EO':
                at += 1
            directive = format[at:at + 1]
            at += 1
            if not directive or directive.isspace():
                raise ValueError(f"stray % in format '{whole}'")
            if directive in _EXPANDED:
                items.extend(_items_of(_EXPANDED[directive], whole))
            elif directive in _DIRECTIVES or directive in _NAMES or directive in 'z%':
                items.append((directive, ''))
            else:
                raise ValueError(f"'{directive}' is a bad directive in format '{whole}'")
    return items


def _choices(item, text, at):
    kind, character = item
    if kind == '':
        if text[at:at + 1].lower() == character.lower() and at < len(text):
            yield at + 1, ''
    elif kind == ' ':
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
        while end > at:
            yield end, ''
            end -= 1
    else:
        yield from _matches(kind, text, at)


# Where the items end in the text, and what they matched; None: they do not match.
def _match(items, text):
    tried = []
    found = []
    at = 0
    while len(found) < len(items):
        if len(tried) == len(found):
            tried.append(_choices(items[len(found)], text, at))
        for at, part in tried[-1]:
            found.append((at, part))
            break
        else:
            tried.pop()
            if not found:
                return None
            found.pop()
            at = found[-1][0] if found else 0
    return at, {item[0]: part for item, (_, part) in zip(items, found) if item[0] not in ('', ' ', '%')}


def _hour(parts):
    if 'H' in parts:
        return int(parts['H'])
    if 'I' not in parts:
        return 0
    half = parts.get('p') or parts.get('P') or 'am'
    return int(parts['I']) % 12 + (12 if half == 'pm' else 0)


def _weekday(parts):
    if 'A' in parts:
        return _NAMES['A'].index(parts['A'])
    if 'a' in parts:
        return _NAMES['a'].index(parts['a'])
    if 'w' in parts:
        return (int(parts['w']) + 6) % 7
    return int(parts['u']) - 1 if 'u' in parts else None


def _month(parts):
    if 'm' in parts:
        return int(parts['m'])
    if 'B' in parts:
        return _NAMES['B'].index(parts['B']) + 1
    return _NAMES['b'].index(parts['b']) + 1 if 'b' in parts else 1


def _check_iso(parts, weekday):
    if 'G' in parts:
        if 'j' in parts:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if 'V' not in parts or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
    elif 'V' in parts:
        if 'Y' not in parts and 'y' not in parts or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")


def _check_year(year):
    if not 1 <= year <= 9999:
        raise ValueError(f'year must be in 1..9999, not {year}')


def _check_day(year, month, day):
    last = (31, 28 + _is_leap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    _check_year(year)
    if not 1 <= day <= last:
        raise ValueError(f'day {day} must be in range 1..{last} for month {month} in year {year}')


# The day of the year that a week and a weekday make.
def _day_of_week(year, parts, weekday):
    monday_first = 'W' in parts
    first = (_days(year, 1, 1) + 3) % 7
    if not monday_first:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    week = int(parts['W'] if monday_first else parts['U'])
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


def _year(parts, month, day):
    if 'Y' in parts:
        return int(parts['Y'])
    if 'y' in parts:
        year = int(parts['y'])
        return year + (2000 if year <= 68 else 1900)
    return 1904 if month == 2 and day == 29 else 1900


def _offset(text):
    if text == 'Z':
        return 0
    digits = text[1:].replace(':', '')
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    return -seconds if text[0] == '-' else seconds


# What datetime.strptime needs too: the nine items, the offset of the zone (or None), and microseconds.
def _parsed_time(data_string, format):
    for number, value in enumerate((data_string, format)):
        if not isinstance(value, str):
            raise TypeError(f'strptime() argument {number} must be str, not {type(value)}')
    found = _match(_items_of(format, format), data_string)
    if found is None:
        raise ValueError(f'time data {data_string!r} does not match format {format!r}')
    end, parts = found
    if end != len(data_string):
        raise ValueError('unconverted data remains: ' + data_string[end:])
    weekday = _weekday(parts)
    _check_iso(parts, weekday)
    month = _month(parts)
    day = int(parts['d'] if 'd' in parts else parts.get('e', 1))
    year = _year(parts, month, day)
    no_year = not ('Y' in parts or 'y' in parts or 'G' in parts)
    yearday = int(parts['j']) if 'j' in parts else None
    if yearday is None and weekday is not None:
        if 'U' in parts or 'W' in parts:
            yearday = _day_of_week(year, parts, weekday)
        elif 'G' in parts:
            year = int(parts['G'])
            monday = _days(year, 1, 4) - (_days(year, 1, 4) + 3) % 7
            if parts['V'] in ('0', '00'):
                raise ValueError('Invalid week: 0')
            if int(parts['V']) == 53 and _iso_week(year, 3, 365 + _is_leap(year))[1] != 53:
                raise ValueError(f'Invalid week: {int(parts["V"])}')
            year, month, day = _date(monday + 7 * (int(parts['V']) - 1) + weekday)
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += 365 + _is_leap(year)
    if yearday is None:
        _check_day(year, month, day)
        yearday = _days(year, month, day) - _days(year, 1, 1) + 1
    else:
        _check_year(year)
        year, month, day = _date(_days(year, 1, 1) + yearday - 1)
    if weekday is None:
        weekday = (_days(year, month, day) + 3) % 7
    if no_year and year == 1904:
        year = 1900
    zone = parts.get('Z')
    offset = _offset(parts['z']) if 'z' in parts else None
    items = (year, month, day, _hour(parts), int(parts.get('M', 0)), int(parts.get('S', 0)), weekday, yearday, 0 if zone else -1,
             zone and zone.upper(), offset)
    return items, int(parts.get('f', '0').ljust(6, '0'))


def strptime(data_string, format='%a %b %d %H:%M:%S %Y', /):
    return struct_time(_parsed_time(data_string, format)[0])
