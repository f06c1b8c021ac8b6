# Tests tagged :port need the interpreter, those tagged :scripted_port a port whose programs are lines of made-up commands
# (test/support/fake_session.cpp); all others make do with what they bring along.
needed = [port: ExMonty.Port.executable(), scripted_port: ExMonty.ScriptedPort.executable()]
missing = for {tag, path} <- needed, not File.exists?(path), do: {tag, path}
for {tag, path} <- missing, do: IO.puts("there is no #{path}: tests tagged #{inspect(tag)} are left out")

ExUnit.start(exclude: Keyword.keys(missing), timeout: 30_000)
