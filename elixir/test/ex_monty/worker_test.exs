defmodule ExMonty.WorkerTest do
  # Against the fake of test/support: what happens when an OS process, its worker, its client or its pool goes away.
  use ExUnit.Case, async: true

  import ExMonty.FakeWorker

  alias ExMonty.{Error, Pool}

  defp run(pool, code, opts \\ []), do: ExMonty.eval(code, [pool: pool] ++ opts)

  defp reason({:error, %Error{reason: reason}}), do: reason

  # A client in a process of its own that begins to hang.
  defp hanging_client(pool, command \\ "@@hang", opts \\ []) do
    test = self()
    client = spawn(fn -> send(test, {:result, run(pool, command, opts)}) end)
    assert eventually(fn -> Pool.status(pool).busy == 1 end)
    client
  end

  test "answers come back to the caller" do
    pool = start_pool!()
    assert run(pool, "2 + 2") == {:ok, 4, ""}

    assert run(pool, answer(48, [<<5>>, "\xA3out", "\xA0", <<0x95, 0, 0, 0, 0, 0>>, <<0xC0>>, <<0xC0>>])) ==
             {:ok, 5, "out"}
  end

  test "the process has no environment, the root as its folder, and is owned" do
    {:ok, world, ""} = run(start_pool!(), "@@world")
    assert world == "port --owned in / with"
  end

  test "D26: a process that is killed costs its caller a :worker_crash with the signal, and is replaced" do
    pool = start_pool!()
    assert {:error, %Error{reason: :worker_crash, details: %{signal: 9}} = error} = run(pool, "@@signal 9")
    assert Exception.message(error) =~ "killed by signal 9"
    assert run(pool, "2 + 2") == {:ok, 4, ""}
  end

  test "D26: a process that ends by itself costs its caller a :worker_exit with the status" do
    pool = start_pool!()
    assert {:error, %Error{reason: :worker_exit, details: %{status: 7}}} = run(pool, "@@exit 7")
    assert run(pool, "2 + 2") == {:ok, 4, ""}
  end

  test "D26: frames that are none are a :protocol error, and the process is gone" do
    pool = start_pool!()

    for command <- [
          "@@raw FFFFFFFF00",
          "@@raw 00000000",
          "@@raw 00000001C1",
          "@@answer 9230",
          "@@answer 9263",
          answer(48, [<<5>>, <<7>>, "\xA0", <<0x95, 0, 0, 0, 0, 0>>, <<0xC0>>, <<0xC0>>]),
          "@@raw 00000003922463"
        ] do
      assert eventually(fn -> length(os_pids(pool)) == 1 end)
      [os_pid] = os_pids(pool)
      assert {command, reason(run(pool, command))} == {command, :protocol}
      assert eventually(fn -> not alive?(os_pid) end)
      assert run(pool, "2 + 2") == {:ok, 4, ""}
    end
  end

  test "a process that speaks without being asked is replaced" do
    pool = start_pool!()
    [os_pid] = os_pids(pool)
    complete = answer(48, [<<5>>, "\xA0", "\xA0", <<0x95, 0, 0, 0, 0, 0>>, <<0xC0>>, <<0xC0>>])
    assert {:ok, 5, ""} = run(pool, complete <> ";@@sleep 20;@@raw 0000000392246300")
    assert eventually(fn -> not alive?(os_pid) end)
    assert run(pool, "2 + 2") == {:ok, 4, ""}
  end

  test "G42: at its timeout a call returns and its process is killed" do
    pool = start_pool!()
    [os_pid] = os_pids(pool)
    assert {:error, %Error{reason: :timeout, details: %{timeout: 50}} = error} = run(pool, "@@hang", timeout: 50)
    assert Exception.message(error) =~ "timeout of 50 ms"
    assert eventually(fn -> not alive?(os_pid) end)
    assert run(pool, "2 + 2") == {:ok, 4, ""}
  end

  test "G42: a process that ignores its end is killed by number" do
    pool = start_pool!()
    [os_pid] = os_pids(pool)
    assert reason(run(pool, "@@stubborn", timeout: 50)) == :timeout
    assert eventually(fn -> not alive?(os_pid) end)
  end

  test "a process that keeps neither to its limits nor to anything else is killed" do
    pool = start_pool!()
    {:ok, options} = ExMonty.Options.parse(:eval, [])
    {:ok, lease} = Pool.checkout(pool, 1_000)
    program = ExMonty.Protocol.program(nil, "@@hang", "main.py", [])
    fields = [program, <<0x80>>, <<0x80>>, <<0x80>>]
    # As if the limits had allowed for less than no time.
    assert {:error, %Error{reason: :timeout, details: %{unresponsive: true}}} =
             ExMonty.Call.on_lease(lease, :run, fields, options, duration: -4_950)
  end

  test "the death of a caller kills its process" do
    pool = start_pool!()
    [os_pid] = os_pids(pool)
    client = hanging_client(pool)
    Process.exit(client, :kill)
    assert eventually(fn -> not alive?(os_pid) end)
    assert run(pool, "2 + 2") == {:ok, 4, ""}
    refute_received {:result, _result}
  end

  test "the death of a worker kills its process, and its caller hears of it" do
    pool = start_pool!()
    [os_pid] = os_pids(pool)
    hanging_client(pool)
    {:ok, entry} = Pool.Directory.fetch(pool)
    [{_slot, lease}] = :ets.tab2list(entry.slots)
    Process.exit(lease.worker, :kill)
    assert_receive {:result, {:error, %Error{reason: :worker_exit}}}, 5_000
    assert eventually(fn -> not alive?(os_pid) end)
    assert run(pool, "2 + 2") == {:ok, 4, ""}
  end

  test "the death of a pool kills its processes, however it comes" do
    for way <- [:kill, :shutdown] do
      pool = start_pool!(size: 2)
      os_pids = os_pids(pool)
      hanging_client(pool)
      Process.exit(pool, way)
      assert_receive {:result, {:error, %Error{}}}, 5_000
      assert eventually(fn -> not Enum.any?(os_pids, &alive?/1) end)
    end
  end

  test "one caller's death touches no other caller" do
    pool = start_pool!(size: 3)
    others = for _other <- 1..2, do: Task.async(fn -> run(pool, "@@sleep 200;@@answer 983004A0A0950000000000C0C0") end)
    assert eventually(fn -> Pool.status(pool).busy == 2 end)
    assert {:error, %Error{reason: :worker_crash}} = run(pool, "@@signal 11")
    for task <- others, do: assert(Task.await(task) == {:ok, 4, ""})
  end

  test "G44: output of a streaming run reaches a pid while the run goes on, and the result holds the whole" do
    pool = start_pool!()
    output = fn text -> answer(54, ["\xA6stdout", <<0xA0 + byte_size(text)>> <> text]) end
    complete = answer(48, [<<5>>, "\xA2!\n", "\xA0", <<0x95, 0, 0, 0, 0, 0>>, <<0xC0>>, <<0xC0>>])
    code = Enum.join([output.("one\n"), output.("two\n"), complete], ";")
    ref = make_ref()
    assert run(pool, code, stream: {self(), ref}) == {:ok, 5, "one\ntwo\n!\n"}
    assert_received {:ex_monty, ^ref, :stdout, "one\n"}
    assert_received {:ex_monty, ^ref, :stdout, "two\n"}

    test = self()
    assert {:ok, 5, _output} = run(pool, code, stream: fn channel, text -> send(test, {channel, text}) end)
    assert_received {:stdout, "one\n"}
  end

  test "a stream function that raises ends the run and leaves nothing behind" do
    pool = start_pool!()
    [os_pid] = os_pids(pool)
    code = answer(54, ["\xA6stdout", "\xA1x"]) <> ";@@sleep 50;" <> answer(54, ["\xA6stdout", "\xA1y"]) <> ";@@hang"
    assert_raise RuntimeError, "mine", fn -> run(pool, code, stream: fn _channel, _text -> raise "mine" end) end
    assert eventually(fn -> not alive?(os_pid) end)
    refute_receive _anything, 100
  end

  test "no message is left in the caller's mailbox, whatever happened" do
    pool = start_pool!()
    for code <- ["1", "@@signal 9", "@@exit 1", "@@raw FFFFFFFF"], do: run(pool, code)
    run(pool, "@@hang", timeout: 20)
    run(pool, "@@sleep 30;@@answer 9230", timeout: 20)
    refute_receive _anything, 200
  end

  test "D26: a worker that cannot be started is :start_failed and says what to do" do
    for {executable, about} <- [
          {"/no/such/exmonty", "enoent"},
          {"/etc/passwd", "eacces"},
          {"/bin/true", "ended with status 0"},
          {"/bin/false", "ended with status 1"}
        ] do
      pool = start_pool!(executable: executable)
      assert {:error, %Error{reason: :start_failed} = error} = run(pool, "1")
      assert Exception.message(error) =~ about
      assert Exception.message(error) =~ "run `mix compile`"
    end
  end

  test "D26: a request that is longer than a frame is :too_big, and the worker serves on" do
    pool = start_pool!()
    {:ok, lease} = Pool.checkout(pool, 1_000)
    {:ok, options} = ExMonty.Options.parse(:eval, pool: pool)
    small = %{lease | max_frame: 10}

    assert {:error, %Error{reason: :too_big}} =
             ExMonty.Call.on_lease(small, :dump, [String.duplicate("x", 11)], options, [])

    assert run(pool, "2 + 2") == {:ok, 4, ""}
  end

  test "H49: a worker's state shows no frames" do
    pool = start_pool!()
    {:ok, entry} = Pool.Directory.fetch(pool)
    [{_slot, lease}] = :ets.tab2list(entry.slots)
    shown = inspect(:sys.get_status(lease.worker))
    assert shown =~ "serving: false"
    refute shown =~ "pending"
  end
end
