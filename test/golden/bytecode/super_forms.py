class A(B):
    def f(self, *args):
        super().f(1)
        super().f(*args)
        super().x
        super(A, self).f()
        return super()
