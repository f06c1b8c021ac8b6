defmodule ExMonty.ReadmeBlocksTest do
  # The Elixir of the repository's README, run as it stands.
  use ExUnit.Case, async: true
  @moduletag :port

  @readme Path.expand("../../README.md", __DIR__)
  @external_resource @readme
  @blocks ~r/```elixir\n(.*?)```/s
          |> Regex.scan(File.read!(@readme), capture: :all_but_first)
          |> List.flatten()
          |> Enum.reject(&String.contains?(&1, "def deps"))

  for {block, number} <- Enum.with_index(@blocks, 1) do
    test "block #{number} of README.md" do
      assert {_value, _bindings} = Code.eval_string(unquote(block), [], file: @readme)
    end
  end
end
