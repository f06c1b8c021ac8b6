# Methods and inner functions are shown by their plain names.
# recorded: CPython 3.14
class Service:
    def run(self):
        def step(n):
            return [self.work(n) for _ in range(1)]
        return step(0)
    def work(self, n):
        return 1 % n
Service().run()
