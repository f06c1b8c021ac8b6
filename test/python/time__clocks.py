# Clocks go forward; their values are not shown.
# recorded: CPython 3.13, sleep is the platform's
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import time
a, b = time.monotonic(), time.monotonic()
show(lambda: (
    a <= b, type(a).__name__, type(time.time()).__name__, type(time.time_ns()).__name__,
    time.perf_counter() <= time.perf_counter(), type(time.perf_counter_ns()).__name__,
    time.monotonic_ns() <= time.monotonic_ns(), time.process_time() <= time.process_time(),
    type(time.process_time_ns()).__name__,
))
show(lambda: (time.time() > 1600000000, time.time_ns() > 1600000000 * 10**9, time.sleep(0), time.sleep(0.001)))
show(lambda: time.time(1))
show(lambda: time.time_ns(1))
show(lambda: time.monotonic(1))
show(lambda: time.monotonic_ns(1))
show(lambda: time.perf_counter(1))
show(lambda: time.perf_counter_ns(1))
show(lambda: time.process_time(1))
show(lambda: time.process_time_ns(1))
show(lambda: time.sleep())
show(lambda: time.sleep(-1))
show(lambda: time.sleep("x"))
show(lambda: time.sleep(float("nan")))
