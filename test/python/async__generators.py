# Async generators, async for, async with and async comprehensions.
# recorded: CPython 3.13, the 3.14 at hand has no event loop
import asyncio

async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i

class Manager:
    async def __aenter__(self): return "entered"
    async def __aexit__(self, *args): print("exited")

async def main():
    async for i in numbers(3):
        print(i)
    print([i * 2 async for i in numbers(4) if i % 2])
    async with Manager() as m:
        print(m)

asyncio.run(main())
