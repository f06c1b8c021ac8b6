defmodule ExMonty.RunnerTest do
  use ExUnit.Case, async: true

  alias ExMonty.{Options, Runner}

  defp runner(names) do
    {:ok, options} = Options.parse(:compile, inputs: names)
    Runner.new("x", options)
  end

  defp inputs(names, given) do
    {:ok, runner} = runner(names)

    case Runner.pack_inputs(runner, given) do
      {:ok, packed} -> ExMonty.Value.decode(IO.iodata_to_binary(packed))
      error -> error
    end
  end

  test "A1: input names are atoms or strings, in a map or a list" do
    assert inputs(["a", :b], %{"b" => 2, a: 1}) == {:ok, %{"a" => 1, "b" => 2}}
    assert inputs([:a], a: 1) == {:ok, %{"a" => 1}}
    assert inputs([:a], [{"a", 1}]) == {:ok, %{"a" => 1}}
    assert inputs([], %{}) == {:ok, %{}}
  end

  test "A9: every way in which inputs can fail to fit has its text" do
    assert inputs(["b", "a", "c"], c: 1) == {:error, "missing required inputs: a, b"}
    assert inputs(["a", "b"], a: 1, z: 2) == {:error, "unexpected input: z"}
    assert inputs([], a: 1, b: 2) == {:error, "unexpected inputs: expected none, got 2"}
    assert inputs(["a"], a: 1, b: 2, c: 3) == {:error, "too many inputs: expected 1, got 3"}
    assert inputs(["a"], [{:a, 1}, {"a", 2}]) == {:error, "duplicate input provided: a"}
    assert inputs(["a"], %{"" => 1}) == {:error, "inputs must not contain empty strings"}
    assert runner(["a", ""]) == {:error, "inputs must not contain empty strings"}
    assert runner(["b", "a", "b", :a, "c"]) == {:error, "duplicate inputs: a, b"}
    assert runner([5]) == {:error, "input names must be atoms or strings, got: 5"}
  end

  test "A9: an input that cannot cross is named" do
    assert {:error, "input a: a pid cannot cross into Python: #PID" <> _rest} = inputs(["a"], a: self())
  end

  test "B10: equal programs have equal keys, all others different ones" do
    keys =
      for {source, name, names} <- [
            {"x", "main.py", []},
            {"x", "main.py", ["x"]},
            {"x", "main.pyx", []},
            {"xm", "ain.py", []},
            {"x", "main.py", ["x", "y"]},
            {"x", "main.py", ["xy"]}
          ],
          do: Runner.build(source, name, names).key

    assert Enum.uniq(keys) == keys
    assert Runner.build("x", "main.py", ["a"]) == Runner.build("x", "main.py", ["a"])
  end

  test "H49: inspect shows no source" do
    assert inspect(Runner.build("secret", "main.py", ["a"])) == ~s(#ExMonty.Runner<main.py, 6 bytes, inputs: ["a"]>)
  end
end
