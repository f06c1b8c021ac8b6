# What a pooled ExMonty.eval costs beside a bare static port that echoes 16 bytes.
#
#     MIX_ENV=prod mix run bench/latency.exs [rounds]
#
# Both are measured alternately, in blocks, so that what else the machine does hits both. The last line is for programs:
#
#     LATENCY echo_ns=N eval_ns=N ratio=N

rounds =
  case System.argv() do
    [text] -> String.to_integer(text)
    [] -> 10_000
  end

source = Path.join(__DIR__, "echo_port.c")
echo = Path.join(System.tmp_dir!(), "ex_monty_echo_port_#{System.pid()}")
{"", 0} = System.cmd("cc", ["-O2", "-static", "-o", echo, source], stderr_to_stdout: true)

port = Port.open({:spawn_executable, echo}, [:binary, :stream, :exit_status])
sixteen = String.duplicate("x", 16)

echo_once = fn ->
  Port.command(port, sixteen)

  receive do
    {^port, {:data, _data}} -> :ok
  end
end

{:ok, runner} = ExMonty.compile("2 + 2")

text = String.duplicate("y", 10_000)

programs = [
  {"echo, 16 bytes", echo_once},
  {~s|eval("2 + 2")|, fn -> {:ok, 4, ""} = ExMonty.eval("2 + 2") end},
  {"run, compiled", fn -> {:ok, 4, ""} = ExMonty.run(runner) end},
  {"eval, 10 kB in, 10 kB out", fn -> {:ok, _text, ""} = ExMonty.eval("x", inputs: %{x: text}) end}
]

measure = fn fun, count ->
  for _round <- 1..count do
    started = :erlang.monotonic_time(:nanosecond)
    fun.()
    :erlang.monotonic_time(:nanosecond) - started
  end
end

blocks = 10
for {_name, fun} <- programs, do: measure.(fun, div(rounds, blocks))

times =
  for _block <- 1..blocks, {name, fun} <- programs, reduce: %{} do
    times ->
      block = measure.(fun, div(rounds, blocks))
      Map.update(times, name, block, &(block ++ &1))
  end

percentile = fn times, share -> times |> Enum.sort() |> Enum.at(trunc(length(times) * share)) end
microseconds = fn nanoseconds -> :erlang.float_to_binary(nanoseconds / 1000, decimals: 1) end
medians = Map.new(times, fn {name, times} -> {name, percentile.(times, 0.5)} end)
[{echo_name, _fun}, {eval_name, _other} | _rest] = programs

IO.puts("#{String.pad_trailing("", 28)}   p50 us   p90 us   p99 us   of echo")

for {name, _fun} <- programs do
  cells =
    for share <- [0.5, 0.9, 0.99], do: times[name] |> percentile.(share) |> microseconds.() |> String.pad_leading(8)

  ratio = :erlang.float_to_binary(medians[name] / medians[echo_name], decimals: 2)
  IO.puts("#{String.pad_trailing(name, 28)} #{Enum.join(cells, " ")} #{String.pad_leading(ratio, 9)}")
end

ratio = :erlang.float_to_binary(medians[eval_name] / medians[echo_name], decimals: 2)
IO.puts("LATENCY echo_ns=#{medians[echo_name]} eval_ns=#{medians[eval_name]} ratio=#{ratio}")
File.rm(echo)
