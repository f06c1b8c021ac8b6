defmodule ExMonty.LimitsTest do
  use ExUnit.Case, async: true
  alias ExMonty.Limits

  doctest ExMonty.Limits, except: [:moduledoc]

  test "G41: the defaults" do
    assert %{
             max_duration_secs: 10.0,
             max_memory: 536_870_912,
             max_recursion_depth: 1000,
             max_output: 67_108_864,
             max_pauses: 100_000,
             max_int_digits: 4300,
             max_allocations: :infinity,
             max_steps: :infinity,
             gc_interval: :infinity
           } = Limits.defaults()
  end

  test "G41: :unlimited lifts all but recursion and output" do
    {:ok, limits} = Limits.check(:unlimited)
    assert Enum.all?(Map.values(limits), &is_nil/1)
    assert Enum.sort(Map.keys(Limits.defaults()) -- Map.keys(limits)) == [:max_output, :max_recursion_depth]
  end

  test "G41: an unknown key raises and names the known ones" do
    assert_raise ArgumentError,
                 ~r/unknown resource limit :max_ram; the limits are :max_duration_secs, :max_memory/,
                 fn ->
                   Limits.check(max_ram: 5)
                 end

    assert_raise ArgumentError, ~r/limits must be a map/, fn -> Limits.check(5) end
  end

  test "G41: a bad value is an error that names the limit" do
    for {key, value} <- [
          max_duration_secs: 0,
          max_duration_secs: -1.0,
          max_duration_secs: "5",
          max_memory: 1.5,
          max_allocations: -1,
          max_recursion_depth: :infinity,
          max_steps: 2 ** 70
        ] do
      assert Limits.check(%{key => value}) == {:error, "invalid resource limit value for #{key}"}
    end
  end

  test "G40: whole seconds are accepted, and gc_interval" do
    assert Limits.check(max_duration_secs: 5, gc_interval: 1000) == {:ok, %{max_duration_secs: 5.0, gc_interval: 1000}}
  end
end
