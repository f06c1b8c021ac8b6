# Jobs with priorities, retries, dependencies and a report of what happened.
# recorded: CPython 3.14
from collections import deque, Counter

class JobError(Exception):
    retry = True

class Fatal(JobError):
    retry = False

class Job:
    def __init__(self, name, work, needs=(), priority=0, attempts=3):
        self.name, self.work, self.needs = name, work, tuple(needs)
        self.priority, self.attempts = priority, attempts
        self.state, self.result, self.errors = "new", None, []

    def __lt__(self, other):
        return (-self.priority, self.name) < (-other.priority, other.name)

    def __repr__(self):
        return f"{self.name}[{self.state}]"

class Runner:
    def __init__(self, *jobs):
        self.jobs = {job.name: job for job in jobs}
        self.trace = []

    def ready(self):
        for job in sorted(self.jobs.values()):
            if job.state == "new":
                states = [self.jobs[n].state for n in job.needs]
                if any(s in ("failed", "skipped") for s in states):
                    job.state = "skipped"
                    self.trace.append(f"{job.name}: skipped")
                elif all(s == "done" for s in states):
                    yield job

    def run(self):
        while batch := deque(self.ready()):
            while batch:
                job = batch.popleft()
                try:
                    job.result = job.work(*(self.jobs[n].result for n in job.needs))
                except JobError as error:
                    job.errors.append(error)
                    if error.retry and len(job.errors) < job.attempts:
                        self.trace.append(f"{job.name}: retry after {error}")
                        batch.append(job)
                        continue
                    job.state = "failed"
                except Exception as error:
                    job.errors.append(error)
                    job.state = "failed"
                else:
                    job.state = "done"
                self.trace.append(f"{job.name}: {job.state}")
        stuck = [j for j in self.jobs.values() if j.state == "new"]
        if stuck:
            raise RuntimeError(f"cannot run {sorted(stuck)}")
        return Counter(j.state for j in self.jobs.values())

def flaky(times):
    left = iter(range(times, 0, -1))
    def work(*args):
        for n in left:
            raise JobError(f"{n} more")
        return "finally"
    return work

def fail(*args):
    raise Fatal("no such table")

runner = Runner(Job("load", lambda: [3, 1, 2], priority=5), Job("sort", sorted, ["load"]), Job("sum", sum, ["load"]),
                Job("report", lambda a, b: f"{a} -> {b}", ["sort", "sum"]), Job("flaky", flaky(2)), Job("hopeless", flaky(9)),
                Job("fatal", fail, priority=9), Job("after", print, ["fatal"]), Job("later", print, ["after", "sum"]),
                Job("bug", lambda x: x + "!", ["sum"]))
print(sorted(runner.run().items()))
print(*runner.trace, sep="\n")
print(runner.jobs["report"].result, [repr(e) for e in runner.jobs["hopeless"].errors], runner.jobs["bug"].errors)
try:
    Runner(Job("a", print, ["b"]), Job("b", print, ["a"]), Job("c", len, attempts=1)).run()
except RuntimeError as error:
    print(error)
