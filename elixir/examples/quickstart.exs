# Elixir programs that send Python to the port and print what comes back. Run it with scripts/quickstart.

show = fn title, result ->
  IO.puts([IO.ANSI.format([:bright, title]), "\n    ", inspect(result, pretty: true, width: 96, limit: 20), "\n"])
end

# -- Simple evaluation ------------------------------------------------------------------------------------------------

{:ok, 4, ""} = ExMonty.eval("2 + 2")
show.("2 + 2", ExMonty.eval("2 + 2"))

{:ok, result, ""} = ExMonty.eval("[x**2 for x in range(10)]")
show.("[x**2 for x in range(10)]", result)

# -- With inputs ------------------------------------------------------------------------------------------------------

{:ok, result, ""} = ExMonty.eval("x + y", inputs: %{"x" => 10, "y" => 20})
show.("x + y", result)

# -- What a program prints --------------------------------------------------------------------------------------------

{:ok, nil, "hello world\n"} = ExMonty.eval("print('hello world')")
show.("print('hello world')", ExMonty.eval("print('hello world')"))

# -- Compile once, run many -------------------------------------------------------------------------------------------

{:ok, runner} = ExMonty.compile("x * 2", inputs: ["x"])
{:ok, 10, ""} = ExMonty.run(runner, %{"x" => 5})
{:ok, 20, ""} = ExMonty.run(runner, %{"x" => 10})
{:ok, 200, ""} = ExMonty.run(runner, %{"x" => 100})
show.("x * 2, compiled once", for(x <- [5, 10, 100], do: ExMonty.run!(runner, %{"x" => x})))

# -- A program that needs its host ------------------------------------------------------------------------------------

{:ok, runner} = ExMonty.compile("result = fetch(url)\nresult.upper()", inputs: ["url"])
{:ok, {:function_call, call, snapshot, _output}} = ExMonty.start(runner, %{"url" => "https://example.com"})
show.("fetch(url) pauses", call)

# A paused program is a value: it can be stored, and go on later, in another process.
{:ok, binary} = ExMonty.dump_snapshot(snapshot)
show.("the paused program, as a signed binary", "#{byte_size(binary)} bytes")
{:ok, snapshot} = ExMonty.load_snapshot(binary)
show.("and on it goes", ExMonty.resume(snapshot, {:ok, "an example page"}))

{:ok, 42, ""} = ExMonty.Sandbox.run("double(21)", functions: %{"double" => fn [x], _kwargs -> {:ok, x * 2} end})

show.("double(21), with double from Elixir", 42)

# -- Hostile programs -------------------------------------------------------------------------------------------------

limits = %{max_duration_secs: 0.2, max_memory: 20_000_000, max_recursion_depth: 100}

for code <- ["while True: pass", "'x' * 10**12", "def f(): return f()\nf()", "9**9**9**9"] do
  {:error, exception} = ExMonty.eval(code, limits: limits)
  show.(code, {exception.type, exception.message})
end

# -- Errors are what Python prints ------------------------------------------------------------------------------------

{:error, exception} =
  ExMonty.eval("""
  def average(numbers):
      return sum(numbers) / len(numbers)

  average([])
  """)

IO.puts([IO.ANSI.format([:bright, "An error, as Python prints it"]), "\n"])
IO.puts(exception.formatted)
