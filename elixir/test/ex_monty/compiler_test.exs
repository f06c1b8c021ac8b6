defmodule ExMonty.CompilerTest do
  # The Mix compiler, on a checkout that is made up for it.
  use ExUnit.Case, async: false

  alias Mix.Tasks.Compile.Exmonty

  setup do
    # The suite itself may run on a binary that was named like this.
    named = System.get_env("EXMONTY_BINARY")
    System.delete_env("EXMONTY_BINARY")
    on_exit(fn -> if named, do: System.put_env("EXMONTY_BINARY", named) end)
    checkout = Path.join(System.tmp_dir!(), "ex_monty_checkout_#{System.unique_integer([:positive])}")
    for folder <- ~w(elixir scripts vm build/port), do: File.mkdir_p!(Path.join(checkout, folder))
    on_exit(fn -> File.rm_rf!(checkout) end)
    shell = Mix.shell()
    Mix.shell(Mix.Shell.Process)
    on_exit(fn -> Mix.shell(shell) end)
    %{checkout: checkout, target: Path.join(checkout, "elixir/priv/exmonty")}
  end

  defp build_script(checkout, text) do
    path = Path.join(checkout, "scripts/build")
    File.write!(path, "#!/bin/sh\n" <> text)
    File.chmod!(path, 0o755)
  end

  defp compile(checkout), do: File.cd!(Path.join(checkout, "elixir"), fn -> Exmonty.run([]) end)

  test "it builds when there is no binary, and when a source is newer", %{checkout: checkout, target: target} do
    build_script(checkout, "date +%N > build/port/exmonty\n")
    assert {:ok, []} = compile(checkout)
    first = File.read!(target)
    assert {:noop, []} = compile(checkout)
    assert File.stat!(target).mode |> Bitwise.band(0o111) == 0o111

    File.write!(Path.join(checkout, "vm/new.cpp"), "")
    File.touch!(Path.join(checkout, "vm/new.cpp"), System.os_time(:second) + 5)
    assert {:ok, []} = compile(checkout)
    assert File.read!(target) != first
  end

  test "a build that fails says what is needed", %{checkout: checkout} do
    build_script(checkout, "echo meson: not found\nexit 3\n")
    ExUnit.CaptureIO.capture_io(fn -> send(self(), compile(checkout)) end)
    assert_received {:error, [%Mix.Task.Compiler.Diagnostic{severity: :error, message: message}]}
    assert message =~ "ended with 3"
    assert message =~ "scripts/quickstart"
  end

  test "without sources and without a binary it says how to depend on the repository", %{checkout: checkout} do
    assert {:error, [%{message: message}]} = compile(checkout)
    assert message =~ ~s(subdir: "elixir")
  end

  test "without sources a binary that is there will do", %{checkout: checkout, target: target} do
    File.mkdir_p!(Path.dirname(target))
    File.write!(target, "")
    assert {:noop, []} = compile(checkout)
  end

  test "EXMONTY_BINARY is taken as it is", %{checkout: checkout, target: target} do
    given = Path.join(checkout, "given")
    File.write!(given, "binary")
    System.put_env("EXMONTY_BINARY", given)
    on_exit(fn -> System.delete_env("EXMONTY_BINARY") end)
    assert {:ok, []} = compile(checkout)
    assert File.read!(target) == "binary"
    System.put_env("EXMONTY_BINARY", "/no/such/file")
    assert {:error, [%{message: message}]} = compile(checkout)
    assert message =~ "no such file"
  end
end
