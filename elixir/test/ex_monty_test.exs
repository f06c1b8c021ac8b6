defmodule ExMontyTest do
  # With the interpreter.
  use ExUnit.Case, async: true
  @moduletag :port

  # asyncio is not there yet, on which these two are shown.
  doctest ExMonty, except: [resume_futures: 3, dump_future_snapshot: 2]
  doctest ExMonty.Runner
  doctest ExMonty.Snapshot
  doctest ExMonty.FunctionCall
  doctest ExMonty.StackFrame
  doctest ExMonty.Usage
  doctest ExMonty.Exception, only: [:moduledoc]
  doctest ExMonty.Error, only: [:moduledoc]
  doctest ExMonty.Limits, only: [:moduledoc]
  doctest ExMonty.Value, only: [:moduledoc]
  doctest ExMonty.Pool

  test "A2: the value is that of the last top-level statement when it is an expression" do
    assert ExMonty.eval("1\n2") == {:ok, 2, ""}
    assert ExMonty.eval("x = 5") == {:ok, nil, ""}
    assert ExMonty.eval("5\nx = 1") == {:ok, nil, ""}
    assert ExMonty.eval("") == {:ok, nil, ""}
    assert ExMonty.eval("def f():\n    5\nf()") == {:ok, nil, ""}
  end

  test "A1: inputs may be named by atoms or strings" do
    assert ExMonty.eval("a + b", inputs: %{"a" => 1, b: 2}) == {:ok, 3, ""}
    assert ExMonty.eval("a", inputs: [a: 1]) == {:ok, 1, ""}
  end

  test "A1: the script's name stands in the traceback" do
    {:error, exception} = ExMonty.eval("1 / 0", script_name: "job.py")
    assert [%ExMonty.StackFrame{filename: "job.py"}] = exception.traceback
    assert exception.formatted =~ ~s(File "job.py", line 1)
  end

  test "A1: usage comes as the last element when it is asked for" do
    assert {:ok, 3, "", %ExMonty.Usage{steps: steps, peak_memory: memory}} = ExMonty.eval("1 + 2", usage: true)
    assert steps >= 0 and memory > 0
  end

  test "A4: calling an unknown name pauses directly, reading one asks for it" do
    assert {:ok, {:function_call, %{name: "f"}, _snapshot, ""}} = "f()" |> ExMonty.compile!() |> ExMonty.start()
    assert {:ok, {:name_lookup, "f", snapshot, ""}} = "g = f\ng" |> ExMonty.compile!() |> ExMonty.start()
    assert {:ok, {:complete, 5, ""}} = ExMonty.resume(snapshot, {:ok, 5})
    assert {:ok, {:complete, 3, ""}} = "len('abc')" |> ExMonty.compile!() |> ExMonty.start()
  end

  test "A5: run and eval are not interactive" do
    assert {:error, %ExMonty.Exception{type: :name_error, message: "name 'f' is not defined"}} = ExMonty.eval("f()")
    assert {:error, %ExMonty.Exception{type: :name_error}} = ExMonty.eval("f")
  end

  test "A6: a name may be a function of the host" do
    {:ok, {:name_lookup, "f", snapshot, ""}} = "g = f\ng(1)" |> ExMonty.compile!() |> ExMonty.start()
    {:ok, {:function_call, call, snapshot, ""}} = ExMonty.resume(snapshot, {:ok, {:function, "f"}})
    assert {"f", [1]} = {call.name, call.args}
    assert {:ok, {:complete, 2, ""}} = ExMonty.resume(snapshot, {:ok, 2})
  end

  test "A6: undefined makes a NameError, an error any exception" do
    {:ok, {:name_lookup, "f", snapshot, ""}} = "f" |> ExMonty.compile!() |> ExMonty.start()
    assert {:error, %{type: :name_error}} = ExMonty.resume(snapshot, :undefined)

    code = "try:\n    f()\nexcept KeyError as e:\n    r = repr(e)\nr"
    {:ok, {:function_call, _call, snapshot, ""}} = code |> ExMonty.compile!() |> ExMonty.start()
    assert {:ok, {:complete, "KeyError('no')", ""}} = ExMonty.resume(snapshot, {:error, "KeyError", "no"})
  end

  test "A6: an answer that does not fit the pause leaves the snapshot usable" do
    {:ok, {:function_call, _call, snapshot, ""}} = "f()" |> ExMonty.compile!() |> ExMonty.start()
    assert {:error, text} = ExMonty.resume(snapshot, :undefined)
    assert is_binary(text)
    assert {:error, text} = ExMonty.resume(snapshot, :no_handler)
    assert is_binary(text)
    assert {:error, "a pid cannot cross" <> _rest} = ExMonty.resume(snapshot, {:ok, self()})
    assert {:ok, {:complete, 1, ""}} = ExMonty.resume(snapshot, {:ok, 1})
  end

  test "A3: output is what was printed since the previous pause" do
    {:ok, {:function_call, _call, snapshot, "a\n"}} =
      "print('a')\nf()\nprint('b')" |> ExMonty.compile!() |> ExMonty.start()

    assert {:ok, {:complete, nil, "b\n"}} = ExMonty.resume(snapshot, {:ok, 1})
  end

  test "A9: inputs that do not fit" do
    {:ok, runner} = ExMonty.compile("a + b", inputs: ["a", :b])
    assert ExMonty.run(runner) == {:error, "missing required inputs: a, b"}
    assert ExMonty.run(runner, a: 1, c: 2) == {:error, "unexpected input: c"}
    assert ExMonty.run(runner, a: 1, b: 2, c: 2) == {:error, "too many inputs: expected 2, got 3"}
    assert ExMonty.compile("a", inputs: ["a", "a"]) == {:error, "duplicate inputs: a"}
  end

  test "B10: a runner works in any process, a large one by its key" do
    code = "x\n" <> String.duplicate("# filler\n", 1_000) <> "x * 2"
    {:ok, runner} = ExMonty.compile(code, inputs: ["x"])
    results = for n <- 1..8, do: Task.async(fn -> ExMonty.run(runner, x: n) end)
    assert Enum.map(results, &Task.await/1) == for(n <- 1..8, do: {:ok, n * 2, ""})
    # A worker that has never seen it.
    {:ok, pool} = ExMonty.Pool.start_link(size: 1)
    assert ExMonty.run(runner, %{x: 4}, pool: pool) == {:ok, 8, ""}
  end

  test "B11: a paused run needs no worker" do
    {:ok, pool} = ExMonty.Pool.start_link(size: 1)
    {:ok, {:function_call, _call, snapshot, ""}} = "[f(), 1]" |> ExMonty.compile!() |> ExMonty.start(%{}, pool: pool)
    :ok = ExMonty.Pool.stop(pool)
    assert {:ok, {:complete, [5, 1], ""}} = ExMonty.resume(snapshot, {:ok, 5})
  end

  test "B14: limits and what is used of them travel with a snapshot; loading may raise them" do
    code = "f()\nfor i in range(100000): pass\n1"

    {:ok, {:function_call, _call, snapshot, ""}} =
      code |> ExMonty.compile!() |> ExMonty.start(%{}, limits: %{max_steps: 1_000})

    {:ok, binary} = ExMonty.dump_snapshot(snapshot)
    assert {:error, %{type: :step_limit_error}} = ExMonty.resume(snapshot, {:ok, 1})
    {:ok, loaded} = ExMonty.load_snapshot(binary)
    assert {:error, %{type: :step_limit_error}} = ExMonty.resume(loaded, {:ok, 1}, limits: %{max_steps: 1_000_000})
    {:ok, loaded} = ExMonty.load_snapshot(binary, limits: %{max_steps: 1_000_000})
    assert {:ok, {:complete, 1, ""}} = ExMonty.resume(loaded, {:ok, 1})
  end

  test "B13: bytes that are signed but no snapshot are refused when they are resumed" do
    snapshot = ExMonty.Snapshot.new("nonsense", :function_call, duration: 1_000)
    assert {:error, %ExMonty.Error{reason: {:snapshot, :invalid}}} = ExMonty.resume(snapshot, {:ok, 1})
    refute ExMonty.Snapshot.consumed?(snapshot)
  end

  test "C16: Python values come out as the table says" do
    for {code, value} <- [
          {"None", nil},
          {"True", true},
          {"2 ** 100", 2 ** 100},
          {"-2 ** 63", -(2 ** 63)},
          {"0.1 + 0.2", 0.1 + 0.2},
          {"float('inf')", :infinity},
          {"float('-inf')", :neg_infinity},
          {"float('nan')", :nan},
          {"'ü'", "ü"},
          {"b'\\xff'", {:bytes, <<255>>}},
          {"[1, [2]]", [1, [2]]},
          {"(1, (2,), ())", {1, {2}, {}}},
          {"{'a': 1, 2: 3, (1, 2): 4}", %{"a" => 1, 2 => 3, {1, 2} => 4}},
          {"{1, 2}", MapSet.new([1, 2])},
          {"frozenset({1})", MapSet.new([1])},
          {"...", :ellipsis},
          {"NotImplemented", :not_implemented},
          {"int", :int},
          {"range(3)", {:repr, "range(0, 3)"}}
        ] do
      assert {code, ExMonty.eval(code)} == {code, {:ok, value, ""}}
    end
  end

  test "C16: Elixir terms arrive as the table says" do
    for {term, expected} <- [
          {nil, "None"},
          {2 ** 70, Integer.to_string(2 ** 70)},
          {1.0, "1.0"},
          {:nan, "nan"},
          {:hello, "'hello'"},
          {"ü", "'ü'"},
          {<<255>>, "b'\\xff'"},
          {{1, "a"}, "(1, 'a')"},
          {%{a: [1]}, "{'a': [1]}"},
          {MapSet.new([1]), "{1}"},
          {:ellipsis, "Ellipsis"}
        ] do
      assert {term, ExMonty.eval("repr(x)", inputs: %{x: term})} == {term, {:ok, expected, ""}}
    end
  end

  test "C16: a structure that contains itself is cut where it closes" do
    assert {:ok, [1, {:cycle, _text}], ""} = ExMonty.eval("a = [1]\na.append(a)\na")
  end

  test "C16: an exception is a value too" do
    assert {:ok, %ExMonty.Exception{type: :value_error, class: "ValueError", message: "('m', 5)", args: ["m", 5]}, ""} =
             ExMonty.eval("ValueError('m', 5)")

    error = %ExMonty.Exception{type: :key_error, args: ["k"]}
    assert ExMonty.eval("repr(e)", inputs: %{e: error}) == {:ok, "KeyError('k')", ""}
  end

  test "C20: a thousand levels in and out, and a clear error beyond" do
    deep = Enum.reduce(2..1_000, [], fn _level, inner -> [inner] end)
    assert ExMonty.eval("x", inputs: %{x: deep}) == {:ok, deep, ""}
    assert {:error, "input x: the value is nested more than 1000 levels deep"} = ExMonty.eval("x", inputs: %{x: [deep]})
    code = "a = []\nfor i in range(2000): a = [a]\na"
    assert {:error, reason} = ExMonty.eval(code)
    assert message(reason) =~ "1000" or message(reason) =~ "nested"
  end

  test "C20: an integer of more digits than max_int_digits is refused, more can be allowed" do
    assert {:error, reason} = ExMonty.eval("10 ** 5000")
    assert message(reason) =~ "4300"
    number = 10 ** 5000
    assert {:ok, ^number, ""} = ExMonty.eval("10 ** 5000", limits: %{max_int_digits: :infinity})
    assert ExMonty.eval("x - x", inputs: %{x: number}) == {:ok, 0, ""}
  end

  test "D27: the messages of Python's errors are CPython's" do
    for {code, type, text} <- [
          {"int('9' * 5000)", :value_error,
           "Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; " <>
             "use sys.set_int_max_str_digits() to increase the limit"},
          {"{}['k']", :key_error, "'k'"},
          {"[][0]", :index_error, "list index out of range"},
          {"1 + 'a'", :type_error, "unsupported operand type(s) for +: 'int' and 'str'"},
          {"nope", :name_error, "name 'nope' is not defined"}
        ] do
      assert {:error, %ExMonty.Exception{type: ^type, message: ^text}} = ExMonty.eval(code)
    end
  end

  defp message(text) when is_binary(text), do: text
  defp message(exception), do: Exception.message(exception)

  test "D22: an exception says what Python says, and keeps what was printed" do
    code = "def f():\n    return {}['k']\nprint('before')\nf()"
    assert {:error, %ExMonty.Exception{} = exception} = ExMonty.eval(code)

    assert %{type: :key_error, class: "KeyError", message: "'k'", output: "before\n"} = exception
    assert Enum.map(exception.traceback, &{&1.line, &1.name}) == [{4, nil}, {2, "f"}]

    assert exception.formatted == """
           Traceback (most recent call last):
             File "main.py", line 4, in <module>
               f()
               ~^^
             File "main.py", line 2, in f
               return {}['k']
                      ~~^^^^^
           KeyError: 'k'
           """

    assert Exception.message(exception) == "KeyError: 'k'"
  end

  test "D22: causes, contexts and notes come along" do
    code = """
    try:
        1 / 0
    except ZeroDivisionError as e:
        f = ValueError('bad')
        f.add_note('a note')
        raise f from e
    """

    assert {:error, %{type: :value_error, cause: %{type: :zero_division_error}, notes: ["a note"]}} = ExMonty.eval(code)
  end

  test "D23: a class of the program has the type of its nearest base" do
    assert {:error, %{type: :lookup_error, class: "Mine"}} =
             ExMonty.eval("class Mine(LookupError): pass\nraise Mine('x')")

    assert {:error, %{type: :os_error}} = ExMonty.eval("raise OSError('x')")
  end

  test "D24: columns count code points" do
    {:error, exception} = ExMonty.eval("'üü' + 1 / 0")
    assert [%ExMonty.StackFrame{line: 1, column: 8, end_column: 13, source_line: "'üü' + 1 / 0"}] = exception.traceback
  end

  test "D25: every limit ends a run with its own type" do
    for {code, limits, type} <- [
          {"while True: pass", %{max_duration_secs: 0.05}, :timeout_error},
          {"a = []\nwhile True: a.append('x' * 10000)", %{max_memory: 10_000_000}, :memory_error},
          {"while True: [1]", %{max_allocations: 10_000}, :memory_error},
          {"def f(): return f()\nf()", %{max_recursion_depth: 50}, :recursion_error},
          {"while True: print('x' * 1000)", %{max_output: 10_000}, :output_limit_error},
          {"while True: pass", %{max_steps: 10_000}, :step_limit_error}
        ] do
      assert {:error, %ExMonty.Exception{type: ^type}} = ExMonty.eval(code, limits: limits)
    end
  end

  test "D25: only RecursionError can be caught" do
    assert {:ok, 1, ""} = ExMonty.eval("def f(): return f()\ntry:\n    f()\nexcept RecursionError:\n    r = 1\nr")

    assert {:error, %{type: :timeout_error}} =
             ExMonty.eval("try:\n    while True: pass\nexcept BaseException:\n    r = 1\nr",
               limits: %{max_duration_secs: 0.05}
             )
  end

  test "G41: a bad limit is an error, an unknown one raises" do
    assert ExMonty.eval("1", limits: %{max_memory: -5}) == {:error, "invalid resource limit value for max_memory"}

    assert_raise ArgumentError, ~r/unknown resource limit :nonsense/, fn ->
      ExMonty.eval("1", limits: %{nonsense: 1})
    end
  end

  test "G42: the timeout is the wall clock" do
    assert {:error, %ExMonty.Error{reason: :timeout}} = ExMonty.eval("while True: pass", timeout: 50)
    assert ExMonty.eval("2 + 2") == {:ok, 4, ""}
  end

  test "G40: a paused run's clock stands still" do
    {:ok, {:function_call, _call, snapshot, ""}} =
      "f()" |> ExMonty.compile!() |> ExMonty.start(%{}, limits: %{max_duration_secs: 0.2})

    Process.sleep(300)
    assert {:ok, {:complete, 1, ""}} = ExMonty.resume(snapshot, {:ok, 1})
  end

  test "G44: output streams while the run goes on" do
    test = self()
    stream = fn channel, text -> send(test, {channel, text}) end
    assert ExMonty.eval("print('a')\nprint('b')", stream: stream) == {:ok, nil, "a\nb\n"}
    assert_received {:stdout, "a\n"}
    assert_received {:stdout, "b\n"}
  end

  test "sources of any size and kind end well" do
    assert {:error, %ExMonty.Exception{type: :syntax_error}} = ExMonty.eval(<<"x = '", 255, "'">>)
    assert {:ok, 1, ""} = ExMonty.eval(String.duplicate("#" <> String.duplicate("x", 99) <> "\n", 10_000) <> "1")
    assert {:error, %ExMonty.Error{reason: :too_big}} = ExMonty.eval(String.duplicate(" ", 257 * 1024 * 1024))
  end
end
