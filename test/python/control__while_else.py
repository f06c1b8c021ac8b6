# while with break, continue and else.
# recorded: CPython 3.14
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    print(n, end=" ")
else:
    print("not printed")
print("n", n)
while n > 7:
    n -= 1
else:
    print("else", n)
while False:
    pass
else:
    print("never ran, else did")
