defmodule ExMonty.ScriptedPortTest do
  # The conversation with the real port. Programs are lines of commands, which test/support/fake_session.cpp explains.
  use ExUnit.Case, async: true
  @moduletag :scripted_port

  alias ExMonty.{Error, Pool, Sandbox, Snapshot}

  setup do
    pool = start_supervised!({Pool, size: 1, executable: ExMonty.ScriptedPort.executable()})
    %{pool: pool}
  end

  defp start!(code, pool) do
    {:ok, runner} = ExMonty.compile(code, pool: pool)
    {:ok, progress} = ExMonty.start(runner, %{}, pool: pool)
    progress
  end

  test "values, output and usage come back", %{pool: pool} do
    assert ExMonty.eval("print hi\nvalue [1, {\"a\": null}]", pool: pool) == {:ok, [1, %{"a" => nil}], "hi\n"}

    assert {:ok, 5, "", %{stderr: "no\n"}} =
             ExMonty.eval("eprint no\nvalue 5", pool: pool, stderr: :separate, usage: true)

    assert ExMonty.eval("eprint no\nvalue 5", pool: pool) == {:ok, 5, "no\n"}
    assert ExMonty.eval("eprint no\nvalue 5", pool: pool, stderr: :discard) == {:ok, 5, ""}
  end

  test "every kind of term goes in and comes out", %{pool: pool} do
    for term <- [
          nil,
          -(2 ** 80),
          :nan,
          {:bytes, <<0, 255>>},
          {1, {}, [:ellipsis]},
          %{{1, "k"} => MapSet.new([1, "a"])},
          {:path, "/x"},
          {:named_tuple, "P", [{"y", 1}, {"x", 2}]},
          {:timedelta, %{days: 1, seconds: 2, microseconds: 3}},
          %ExMonty.Exception{type: :key_error, class: "KeyError", message: "'k'", args: ["k"]}
        ] do
      assert ExMonty.eval("input x", inputs: %{x: term}, pool: pool) == {:ok, term, ""}
    end
  end

  test "exceptions and syntax errors are exceptions", %{pool: pool} do
    assert {:error, %ExMonty.Exception{type: :value_error, message: "boom", output: "a\n"}} =
             ExMonty.eval("print a\nraise boom", pool: pool)

    assert {:error, %ExMonty.Exception{type: :system_exit, code: 3}} = ExMonty.eval("exit 3", pool: pool)
    assert {:error, %ExMonty.Exception{type: :syntax_error}} = ExMonty.compile("", pool: pool)
    assert {:error, %ExMonty.Exception{type: :syntax_error}} = ExMonty.eval("", pool: pool)
  end

  test "G44: more output than the window streams through", %{pool: pool} do
    line = String.duplicate("x", 10_000)
    code = String.duplicate("print #{line}\n", 100) <> "value 1"
    test = self()
    stream = fn :stdout, text -> send(test, {:text, byte_size(text)}) end
    assert {:ok, 1, output} = ExMonty.eval(code, pool: pool, stream: stream)
    assert byte_size(output) == 100 * 10_001
    assert streamed(0) == 100 * 10_001
  end

  defp streamed(total) do
    receive do
      {:text, size} -> streamed(total + size)
    after
      0 -> total
    end
  end

  test "A3: every kind of pause arrives and goes on", %{pool: pool} do
    {:function_call, call, snapshot, "a\n"} = start!("print a\ncall f\nprint b\nvalue 1", pool)
    assert {"f", [1, "a"], %{"key" => 2}} = {call.name, call.args, call.kwargs}
    assert {:ok, {:complete, 1, "b\n"}} = ExMonty.resume(snapshot, {:ok, 5}, pool: pool)

    {:method_call, %{name: "m"}, snapshot, ""} = start!("method m\nvalue 2", pool)
    assert {:ok, {:complete, 2, ""}} = ExMonty.resume(snapshot, {:ok, 5}, pool: pool)

    {:os_call, %{function: :getenv}, snapshot, ""} = start!("os getenv\nvalue 3", pool)
    assert {:ok, {:complete, 3, ""}} = ExMonty.resume(snapshot, {:ok, "x"}, pool: pool)

    {:name_lookup, "n", snapshot, ""} = start!("lookup n\nvalue 4", pool)
    assert {:ok, {:complete, 4, ""}} = ExMonty.resume(snapshot, {:ok, {:function, "n"}}, pool: pool)

    {:resolve_futures, futures, ""} = start!("futures 2\nvalue 5", pool)
    assert ExMonty.pending_call_ids(futures) == [1, 2]
    assert {:ok, {:complete, 5, ""}} = ExMonty.resume_futures(futures, %{1 => {:ok, 1}, 2 => {:ok, 2}}, pool: pool)
  end

  test "an import that nobody answers is no question to the caller", %{pool: pool} do
    assert {:complete, 3, "a\nb\n"} = start!("print a\nimport numpy\nprint b\nvalue 3", pool)
  end

  test "A6: an exception is raised where the program paused", %{pool: pool} do
    {:function_call, _call, snapshot, ""} = start!("call f", pool)

    assert {:error, %ExMonty.Exception{type: :value_error, message: "no"}} =
             ExMonty.resume(snapshot, {:error, :value_error, "no"}, pool: pool)
  end

  test "A6: answers that do not fit the pause are described, and the snapshot stays", %{pool: pool} do
    {:function_call, _call, snapshot, ""} = start!("call f\nvalue 1", pool)

    assert ExMonty.resume(snapshot, :undefined, pool: pool) ==
             {:error, "a pause of kind function_call cannot be answered :undefined"}

    assert ExMonty.resume(snapshot, :no_handler, pool: pool) ==
             {:error, "a pause of kind function_call cannot be answered :no_handler"}

    refute Snapshot.consumed?(snapshot)
    {:os_call, _call, os, ""} = start!("os getenv\nvalue 1", pool)
    assert ExMonty.resume(os, :pending, pool: pool) == {:error, "a pause of kind os_call cannot be answered :pending"}
  end

  test "B11: a paused run needs neither its worker nor its pool", %{pool: pool} do
    {:function_call, _call, snapshot, ""} = start!("call f\nvalue 1", pool)
    {:ok, binary} = ExMonty.dump_snapshot(snapshot)
    stop_supervised!(Pool)
    {:ok, other} = Pool.start_link(size: 1, executable: ExMonty.ScriptedPort.executable())
    {:ok, loaded} = ExMonty.load_snapshot(binary)
    assert {:ok, {:complete, 1, ""}} = ExMonty.resume(loaded, {:ok, 1}, pool: other)
    assert {:ok, {:complete, 1, ""}} = ExMonty.resume(snapshot, {:ok, 1}, pool: other)
  end

  test "B13: signed bytes that are no snapshot are refused, and the worker serves on", %{pool: pool} do
    snapshot = Snapshot.new("nonsense", :function_call, duration: 1_000)
    assert {:error, %Error{reason: {:snapshot, :invalid}}} = ExMonty.resume(snapshot, {:ok, 1}, pool: pool)
    refute Snapshot.consumed?(snapshot)
    assert ExMonty.eval("value 1", pool: pool) == {:ok, 1, ""}
  end

  test "B10: a large program is sent by its key when the worker knows it", %{pool: pool} do
    code = "value 1\n" <> String.duplicate("value 2\n", 2_000)
    {:ok, runner} = ExMonty.compile(code, pool: pool)
    assert ExMonty.run(runner, %{}, pool: pool) == {:ok, 2, ""}
    {:ok, other} = Pool.start_link(size: 1, executable: ExMonty.ScriptedPort.executable())
    assert ExMonty.run(runner, %{}, pool: other) == {:ok, 2, ""}
  end

  test "E28: the sandbox holds its worker and answers everything", %{pool: pool} do
    test = self()

    function = fn args, kwargs ->
      send(test, {args, kwargs, Pool.status(pool).busy})
      {:ok, 1}
    end

    code = "print a\ncall f\nos getenv\nlookup g\nimport x\nprint b\nvalue 7"
    opts = [functions: %{f: function, g: function}, os: %{getenv: fn _args, _kwargs -> {:ok, "v"} end}]
    assert Sandbox.run(code, [pool: pool] ++ opts) == {:ok, 7, "a\nb\n"}
    assert_received {[1, "a"], %{"key" => 2}, 1}
    assert ExMonty.FakeWorker.eventually(fn -> Pool.status(pool).busy == 0 end)
  end

  test "G42: a call that sleeps is killed at its timeout", %{pool: pool} do
    assert {:error, %Error{reason: :timeout}} = ExMonty.eval("sleep 5000", pool: pool, timeout: 50)
    assert ExMonty.eval("value 1", pool: pool) == {:ok, 1, ""}
  end

  test "a request of more than a frame is refused, one that just fits is not", %{pool: pool} do
    assert {:error, %Error{reason: :too_big}} = ExMonty.eval(String.duplicate("\n", 257 * 1024 * 1024), pool: pool)
    long = String.duplicate("x", 5_000_000)
    assert {:ok, ^long, ""} = ExMonty.eval("input x", inputs: %{x: long}, pool: pool)
  end
end
