def f(n):
    while n > 0:
        n -= 1
    while True:
        if n: break
    while (line := read()) and line != "":
        print(line)
    else:
        return line
