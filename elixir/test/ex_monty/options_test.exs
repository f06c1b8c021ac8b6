defmodule ExMonty.OptionsTest do
  use ExUnit.Case, async: true
  doctest ExMonty.Options

  alias ExMonty.Options

  @functions [:eval, :compile, :run, :start, :resume, :dump, :load]

  test "A1: every function refuses an unknown option and names the known ones" do
    for function <- @functions do
      error = assert_raise ArgumentError, fn -> Options.parse(function, nonsense: 1) end
      assert error.message =~ "unknown option :nonsense; the options of #{function} are "
      for known <- Options.known(function), do: assert(error.message =~ inspect(known))
    end
  end

  test "A1: a value of the wrong type raises and says what is expected" do
    for {option, value} <- [
          timeout: -1,
          timeout: "5",
          pool: "name",
          stream: fn -> 1 end,
          clock: :local,
          seed: 1.5,
          stderr: :keep,
          usage: :yes,
          script_name: 5,
          inputs: "x"
        ] do
      assert_raise ArgumentError, ~r/^option #{inspect(option)} must be /, fn ->
        Options.parse(:eval, [{option, value}])
      end
    end

    assert_raise ArgumentError, ~r/options must be a keyword list/, fn -> Options.parse(:eval, %{timeout: 5}) end
    assert_raise ArgumentError, ~r/got the element: :timeout/, fn -> Options.parse(:eval, [:timeout]) end
  end

  test "B13: a wrong key is refused without being shown" do
    for key <- ["", [], ["good", ""], :secret_atom] do
      error = assert_raise ArgumentError, fn -> Options.parse(:dump, key: key) end
      refute error.message =~ "secret"
      refute error.message =~ "good"
    end
  end

  test "G41: a bad limit is returned, not raised" do
    assert Options.parse(:eval, limits: %{max_memory: :lots}) == {:error, "invalid resource limit value for max_memory"}
  end

  test "options reach the wire in the protocol's words" do
    {:ok, plain} = Options.parse(:eval, [])
    assert {:ok, %{"clock" => "system"}} = plain |> Options.wire() |> IO.iodata_to_binary() |> ExMonty.Msgpack.unpack()

    {:ok, full} =
      Options.parse(:eval, clock: {:fixed, ~U[1970-01-01 00:00:01Z]}, seed: -1, stderr: :separate, stream: self())

    window = Options.window()

    assert {:ok,
            %{
              "clock" => 1_000_000_000,
              "seed" => 0xFFFFFFFFFFFFFFFF,
              "stderr" => "separate",
              "stream" => ^window,
              "park" => 5
            }} = full |> Options.wire(%{park: 5}) |> IO.iodata_to_binary() |> ExMonty.Msgpack.unpack()
  end
end
