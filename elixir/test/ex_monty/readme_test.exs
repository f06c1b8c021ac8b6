defmodule ExMonty.ReadmeTest do
  # The programs with which ExMonty is introduced, as they stand there; what cannot run as text is filled in.
  use ExUnit.Case, async: true
  @moduletag :port

  test "Simple Evaluation" do
    {:ok, 4, ""} = ExMonty.eval("2 + 2")
    {:ok, result, ""} = ExMonty.eval("[x**2 for x in range(10)]")
    assert result == [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
  end

  test "With Inputs" do
    {:ok, result, ""} = ExMonty.eval("x + y", inputs: %{"x" => 10, "y" => 20})
    assert result == 30
  end

  test "Print Capture" do
    {:ok, nil, "hello world\n"} = ExMonty.eval("print('hello world')")
  end

  test "Compile Once, Run Many" do
    {:ok, runner} = ExMonty.compile("x * 2", inputs: ["x"])
    {:ok, 10, ""} = ExMonty.run(runner, %{"x" => 5})
    {:ok, 20, ""} = ExMonty.run(runner, %{"x" => 10})
    {:ok, 200, ""} = ExMonty.run(runner, %{"x" => 100})
  end

  defp do_fetch(["https://example.com"]), do: "the page"

  test "Low-Level API" do
    {:ok, runner} = ExMonty.compile("result = fetch(url)\nresult", inputs: ["url"])
    {:ok, progress} = ExMonty.start(runner, %{"url" => "https://example.com"})

    result =
      case progress do
        {:function_call, call, snapshot, _output} ->
          assert call.name == "fetch"
          assert call.args == ["https://example.com"]
          response = do_fetch(call.args)
          {:ok, next} = ExMonty.resume(snapshot, {:ok, response})
          next

        {:name_lookup, name, snapshot, _output} ->
          # Provide a function object or value for the undefined name
          {:ok, next} = ExMonty.resume(snapshot, {:ok, {:function, name}})
          next

        {:os_call, _call, snapshot, _output} ->
          # call.function == :read_text, call.args == [{:path, "/some/file"}]
          {:ok, next} = ExMonty.resume(snapshot, {:ok, "content"})
          next

        {:complete, value, _output} ->
          value
      end

    assert result == {:complete, "the page", ""}
  end

  test "High-Level Sandbox" do
    {:ok, 42, ""} =
      ExMonty.Sandbox.run(
        "double(21)",
        functions: %{
          "double" => fn [x], _kwargs -> {:ok, x * 2} end
        }
      )
  end

  defmodule MyHandler do
    @behaviour ExMonty.Sandbox

    @impl true
    def handle_function("fetch", [url], _kwargs) do
      case url do
        "https://example.com" -> {:ok, "the page"}
        _other -> {:error, :runtime_error, "fetch failed"}
      end
    end
  end

  test "With a handler module" do
    code = "fetch('https://example.com')"
    {:ok, result, _output} = ExMonty.Sandbox.run(code, handler: MyHandler)
    assert result == "the page"

    {:error, %ExMonty.Exception{type: :runtime_error, message: "fetch failed"}} =
      ExMonty.Sandbox.run("fetch('elsewhere')", handler: MyHandler)
  end

  test "Resource Limits" do
    code = "sum(range(1000))"
    {:ok, runner} = ExMonty.compile(code)

    {:ok, result, _output} =
      ExMonty.run(runner, %{},
        limits: %{
          # wall-clock timeout
          max_duration_secs: 5.0,
          # ~10MB memory limit
          max_memory: 10_000_000,
          # heap allocation count limit
          max_allocations: 100_000,
          # call stack depth limit
          max_recursion_depth: 100
        }
      )

    assert result == 499_500

    {:error, %ExMonty.Exception{type: :recursion_error}} =
      ExMonty.eval("def f(): return f()\nf()", limits: %{max_recursion_depth: 50})
  end

  test "Serialization" do
    # Serialize a compiled runner
    {:ok, runner} = ExMonty.compile("x + 1", inputs: ["x"])
    {:ok, binary} = ExMonty.dump(runner)
    # Restore and use
    {:ok, restored} = ExMonty.load_runner(binary)
    {:ok, 2, ""} = ExMonty.run(restored, %{"x" => 1})

    {:ok, runner_with_ext_fns} = ExMonty.compile("ask() + 1")
    value = 41
    # Serialize a paused snapshot (for long-running workflows)
    {:ok, {:function_call, _call, snapshot, _}} = ExMonty.start(runner_with_ext_fns)
    {:ok, snap_binary} = ExMonty.dump_snapshot(snapshot)
    # Later: restore and resume
    {:ok, restored_snap} = ExMonty.load_snapshot(snap_binary)
    {:ok, {:complete, result, _}} = ExMonty.resume(restored_snap, {:ok, value})
    assert result == 42
  end

  test "Error Handling" do
    {:error,
     %ExMonty.Exception{
       type: :zero_division_error,
       message: "division by zero",
       traceback: [%ExMonty.StackFrame{filename: "main.py", line: 1}]
     }} = ExMonty.eval("1 / 0")
  end

  test "int() Parse Limits" do
    {:error, %ExMonty.Exception{type: :value_error, message: message}} = ExMonty.eval(~s{int("1" * 5000)})
    assert String.starts_with?(message, "Exceeds the limit (4300 digits) for integer string conversion")
  end

  test "Input Direction" do
    assert ExMonty.eval("x", inputs: %{"x" => 42}) == {:ok, 42, ""}
    assert ExMonty.eval("x", inputs: %{"x" => "hello"}) == {:ok, "hello", ""}
    assert ExMonty.eval("x", inputs: %{"x" => [1, 2, 3]}) == {:ok, [1, 2, 3], ""}
    assert ExMonty.eval("x", inputs: %{"x" => %{"a" => 1}}) == {:ok, %{"a" => 1}, ""}
    assert ExMonty.eval("x", inputs: %{"x" => {:bytes, <<1, 2, 3>>}}) == {:ok, {:bytes, <<1, 2, 3>>}, ""}
  end
end
