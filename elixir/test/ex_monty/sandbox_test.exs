defmodule ExMonty.SandboxTest do
  # The loop, against the fake of test/support. What Python makes of the answers is tested with the interpreter.
  use ExUnit.Case, async: true

  import ExMonty.FakeWorker

  alias ExMonty.{Error, Msgpack, Pool, Sandbox}

  doctest ExMonty.Sandbox.Host

  @usage <<0x95, 0, 0, 0, 0, 0>>

  # A program that calls `name` once; the handle of the pause is 2, the id of the first request.
  defp calling(name, opts \\ []) do
    async = if opts[:async], do: <<0xC3>>, else: <<0xC2>>
    output = opts[:output] || ""

    answer(49, [
      <<2>>,
      <<0xC0>>,
      <<0xA0 + byte_size(output)>> <> output,
      "\xA0",
      @usage,
      <<7>>,
      <<0xA0 + byte_size(name)>> <> name,
      <<0x91, 21>>,
      <<0x81, 0xA1, ?k, 1>>,
      async
    ])
  end

  defp run(code, opts), do: Sandbox.run(code, [pool: opts[:pool] || start_pool!()] ++ Keyword.delete(opts, :pool))

  # What was sent in answer to the pause, when the answer holds the text "@@body".
  defp outcome({:ok, {:bytes, body}, _output}) do
    {:ok, [5, _id, 2, outcome | _rest]} = Msgpack.unpack(body)
    outcome
  end

  test "E28: a function gets arguments and keywords, and its value is sent" do
    test = self()

    function = fn args, kwargs ->
      send(test, {args, kwargs})
      {:ok, "@@body"}
    end

    assert outcome(run(calling("f"), functions: %{"f" => function})) == ["ok", "@@body"]
    assert_received {[21], %{"k" => 1}}
    assert outcome(run(calling("f"), functions: %{f: function})) == ["ok", "@@body"]
  end

  test "E30: what a function returns becomes a value or an exception" do
    answer = fn result -> outcome(run(calling("f"), functions: %{"f" => fn _args, _kwargs -> result end})) end
    assert answer.({:error, :value_error, "@@body"}) == ["error", "value_error", "@@body"]
    assert answer.({:error, "ValueError", "@@body"}) == ["error", "value_error", "@@body"]
    assert answer.({:error, "@@body"}) == ["error", "runtime_error", "@@body"]
    assert answer.({:error, :no_such_type, "@@body"}) == ["error", "runtime_error", "@@body"]
  end

  test "E30: a raise becomes a RuntimeError and leaves no message behind" do
    assert outcome(run(calling("f"), functions: %{"f" => fn _args, _kwargs -> raise "@@body" end})) ==
             ["error", "runtime_error", "@@body"]

    for fail <- [fn -> throw(1) end, fn -> exit(1) end, fn -> Process.exit(self(), :kill) end, fn -> :nonsense end] do
      assert run(calling("f"), functions: %{"f" => fn _args, _kwargs -> fail.() end}) == {:ok, 4, ""}
    end

    assert run(calling("f"),
             functions: %{"f" => fn _args, _kwargs -> Process.sleep(:infinity) end},
             callback_timeout: 20
           ) ==
             {:ok, 4, ""}

    refute_receive _anything, 50
  end

  defmodule Handler do
    @behaviour Sandbox

    @impl true
    def handle_function(name, [21], %{"k" => 1}), do: {:ok, "@@body " <> name}

    @impl true
    def handle_os(function, _args, _kwargs), do: {:ok, "@@body #{function}"}
  end

  test "E28: a handler answers for what the functions do not have" do
    assert outcome(run(calling("g"), handler: Handler, functions: %{"f" => fn _, _ -> {:ok, 1} end})) == [
             "ok",
             "@@body g"
           ]

    assert run(calling("g"), []) == {:ok, 4, ""}
  end

  defp os_call(function) do
    answer(51, [
      <<2>>,
      <<0xC0>>,
      "\xA0",
      "\xA0",
      @usage,
      <<7>>,
      <<0xA0 + byte_size(function)>> <> function,
      <<0x90>>,
      <<0x80>>
    ])
  end

  test "E29: os maps are tried in turn, then the handler" do
    maps = [%{getenv: fn [], %{} -> {:ok, "@@body map"} end}, %{getenv: fn _, _ -> {:ok, "second"} end}]
    assert outcome(run(os_call("getenv"), os: maps, handler: Handler)) == ["ok", "@@body map"]
    assert outcome(run(os_call("exists"), os: maps, handler: Handler)) == ["ok", "@@body exists"]
    assert run(os_call("exists"), os: maps) == {:ok, 4, ""}
  end

  test "A3: the output of all steps is one" do
    assert {:ok, {:bytes, _body}, "before"} =
             run(calling("f", output: "before"), functions: %{"f" => fn _, _ -> {:ok, "@@body"} end})
  end

  test "the worker is held for the run and free after it" do
    pool = start_pool!()
    test = self()

    function = fn _args, _kwargs ->
      send(test, Pool.status(pool).busy)
      {:ok, 1}
    end

    assert run(calling("f"), pool: pool, functions: %{"f" => function}) == {:ok, 4, ""}
    assert_received 1
    assert eventually(fn -> Pool.status(pool).idle == 1 end)
    assert ExMonty.eval("1", pool: pool) == {:ok, 4, ""}
  end

  test "G42: the timeout covers callbacks, and kills them and the worker" do
    pool = start_pool!()
    [os_pid] = os_pids(pool)
    test = self()

    function = fn _args, _kwargs ->
      send(test, {:callback, self()})
      Process.sleep(:infinity)
    end

    assert {:error, %Error{reason: :timeout}} =
             run(calling("f"), pool: pool, functions: %{"f" => function}, timeout: 500)

    assert_received {:callback, callback}
    refute Process.alive?(callback)
    assert eventually(fn -> not alive?(os_pid) end)
    assert ExMonty.eval("1", pool: pool) == {:ok, 4, ""}
  end

  test "callbacks die with their caller" do
    pool = start_pool!()
    test = self()

    function = fn _args, _kwargs ->
      send(test, {:callback, self()})
      Process.sleep(:infinity)
    end

    caller = spawn(fn -> run(calling("f"), pool: pool, functions: %{"f" => function}) end)
    assert_receive {:callback, callback}, 5_000
    Process.exit(caller, :kill)
    assert eventually(fn -> not Process.alive?(callback) end)
    assert ExMonty.eval("1", pool: pool) == {:ok, 4, ""}
  end

  test "E31: an awaited call does not wait for its callback" do
    function = fn _args, _kwargs -> Process.sleep(:infinity) end
    assert run(calling("f", async: true), functions: %{"f" => function}) == {:ok, 4, ""}
    assert run(calling("f"), functions: %{"f" => {:async, function}}) == {:ok, 4, ""}
  end

  test "A1: an unknown option raises and names those of the sandbox" do
    error = assert_raise ArgumentError, fn -> Sandbox.run("1", nonsense: 1) end
    for option <- [:functions, :handler, :os, :timeout], do: assert(error.message =~ inspect(option))

    assert_raise ArgumentError, ~r/function "f" must be a function of two/, fn ->
      Sandbox.run("1", functions: %{f: 1})
    end

    assert_raise ArgumentError, ~r/os: :nonsense must be/, fn -> Sandbox.run("1", os: %{nonsense: fn _, _ -> 1 end}) end
    assert_raise ArgumentError, ~r/option :callback_timeout/, fn -> Sandbox.run("1", callback_timeout: 0) end
    assert_raise ArgumentError, ~r/handler Nowhere is no module/, fn -> Sandbox.run("1", handler: Nowhere) end
  end
end
