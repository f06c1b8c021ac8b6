# Tests tagged :port need the real interpreter; all others make do with fakes.
executable = ExMonty.Port.executable()
exclude = if File.exists?(executable), do: [], else: [:port]
if exclude != [], do: IO.puts("no #{executable}: the tests that need the interpreter are left out")

ExUnit.start(exclude: exclude, timeout: 30_000)
