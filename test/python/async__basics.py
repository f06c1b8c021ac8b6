# Coroutines: await, gather, tasks, sleep, exceptions.
# recorded: CPython 3.13, the 3.14 at hand has no event loop
import asyncio

async def work(name, delay, log):
    log.append(f"{name} starts")
    await asyncio.sleep(delay)
    log.append(f"{name} ends")
    return name.upper()

async def fail():
    await asyncio.sleep(0)
    raise ValueError("async")

async def main():
    log = []
    print(await asyncio.gather(work("a", 0.02, log), work("b", 0.01, log)))
    print(log)
    task = asyncio.create_task(work("c", 0, log))
    print(await task, task.done())
    try:
        await fail()
    except ValueError as error:
        print(error)
    print(await asyncio.gather(fail(), work("d", 0, log), return_exceptions=True))

asyncio.run(main())
