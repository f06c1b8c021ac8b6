defmodule ExMonty.PoolTest do
  use ExUnit.Case, async: true

  import ExMonty.FakeWorker

  alias ExMonty.{Error, Pool}

  defp run(pool, code, opts \\ []), do: ExMonty.eval(code, [pool: pool] ++ opts)

  defp up(pool) do
    assert eventually(fn -> Pool.status(pool).starting == 0 end)
    pool
  end

  test "a pool has as many workers as it was told, and says what they do" do
    pool = start_pool!(size: 3)
    assert Pool.status(pool) == %{size: 3, idle: 3, busy: 0, starting: 0, queued: 0}
    task = Task.async(fn -> run(pool, "@@sleep 200;@@exit 1") end)
    assert eventually(fn -> Pool.status(pool).busy == 1 end)
    assert %{idle: 2, queued: 0} = Pool.status(pool)
    Task.await(task)
    assert %{idle: 3} = Pool.status(up(pool))
  end

  test "callers that find no free worker are served in order" do
    pool = start_pool!()
    test = self()
    first = spawn(fn -> run(pool, "@@hang") end)
    assert eventually(fn -> Pool.status(pool).busy == 1 end)

    for number <- 1..4 do
      spawn(fn -> send(test, {number, run(pool, "#{number}")}) end)
      assert eventually(fn -> Pool.status(pool).queued == number end)
    end

    Process.exit(first, :kill)
    order = for _number <- 1..4, do: receive(do: ({number, {:ok, 4, ""}} -> number))
    assert order == [1, 2, 3, 4]
    assert %{idle: 1, queued: 0} = Pool.status(pool)
  end

  test "a hundred callers share three workers" do
    pool = start_pool!(size: 3)

    results =
      1..100
      |> Task.async_stream(fn _number -> run(pool, "2 + 2") end, max_concurrency: 16)
      |> Enum.map(fn {:ok, result} -> result end)

    assert Enum.uniq(results) == [{:ok, 4, ""}]
    assert eventually(fn -> Pool.status(pool).idle == 3 end)
  end

  test "a caller that waits too long, or finds the queue full, gets :overloaded" do
    pool = start_pool!(queue_timeout: 50, max_queue: 1)
    spawn(fn -> run(pool, "@@hang", timeout: 2_000) end)
    assert eventually(fn -> Pool.status(pool).busy == 1 end)
    waiting = Task.async(fn -> run(pool, "1") end)
    assert eventually(fn -> Pool.status(pool).queued == 1 end)
    assert {:error, %Error{reason: :overloaded, details: %{queued: 1}}} = run(pool, "1")
    assert {:error, %Error{reason: :overloaded, details: %{waited: 50}} = error} = Task.await(waiting)
    assert Exception.message(error) =~ ":queue_timeout"
  end

  test "G42: waiting for a worker counts into the timeout" do
    pool = start_pool!()
    spawn(fn -> run(pool, "@@hang", timeout: 2_000) end)
    assert eventually(fn -> Pool.status(pool).busy == 1 end)
    assert {:error, %Error{reason: :timeout, details: %{timeout: 30}}} = run(pool, "1", timeout: 30)
  end

  test "a caller that dies while it waits leaves the queue" do
    pool = start_pool!()
    spawn(fn -> run(pool, "@@hang", timeout: 2_000) end)
    assert eventually(fn -> Pool.status(pool).busy == 1 end)
    waiting = spawn(fn -> run(pool, "1") end)
    assert eventually(fn -> Pool.status(pool).queued == 1 end)
    Process.exit(waiting, :kill)
    assert eventually(fn -> Pool.status(pool).queued == 0 end)
  end

  test "a claim that its owner could not use is found" do
    pool = start_pool!()
    spawn(fn -> Pool.checkout(pool, 1_000) end)
    assert eventually(fn -> Pool.status(pool).busy == 1 end)
    assert run(pool, "2 + 2") == {:ok, 4, ""}
  end

  test ":fresh gives every call a process of its own" do
    pool = start_pool!(isolation: :fresh)

    pids =
      for _call <- 1..3, reduce: [] do
        used ->
          # The pool hears of a call's end after its caller: until then its process is the one that was used.
          assert eventually(fn -> Pool.status(pool).idle == 1 and os_pids(pool) -- used != [] end)
          [os_pid] = os_pids(pool)
          assert run(pool, "2 + 2") == {:ok, 4, ""}
          [os_pid | used]
      end

    assert length(pids) == 3
    assert eventually(fn -> not Enum.any?(pids, &alive?/1) end)
  end

  test "a worker is replaced after max_runs calls" do
    pool = start_pool!(max_runs: 2)
    [first] = os_pids(pool)
    run(pool, "1")
    assert os_pids(pool) == [first]
    run(pool, "1")
    assert eventually(fn -> os_pids(pool) not in [[], [first]] end)
  end

  test "an idle worker whose process is killed is replaced" do
    pool = start_pool!()
    [os_pid] = os_pids(pool)
    System.cmd("kill", ["-KILL", "#{os_pid}"])
    assert eventually(fn -> os_pids(pool) not in [[], [os_pid]] end)
    assert run(pool, "2 + 2") == {:ok, 4, ""}
  end

  test "kills at random moments give every caller its answer or one typed error, and the pool recovers" do
    pool = start_pool!(size: 2)

    # One shell that kills what it is told: eighty commands would be eighty more processes to wait for.
    killer =
      spawn_link(fn ->
        script = "while read -r pid; do kill -KILL \"$pid\" 2>/dev/null; done"
        shell = Port.open({:spawn_executable, "/bin/sh"}, [:binary, args: ["-c", script]])

        for _kill <- 1..40 do
          for os_pid <- os_pids(pool), do: Port.command(shell, "#{os_pid}\n")
          Process.sleep(5)
        end

        Port.close(shell)
      end)

    results =
      1..400
      |> Task.async_stream(fn _number -> run(pool, "@@sleep 1;@@answer 983004A0A0950000000000C0C0") end,
        max_concurrency: 8,
        timeout: 20_000
      )
      |> Enum.map(fn {:ok, result} -> result end)

    monitor = Process.monitor(killer)
    assert_receive {:DOWN, ^monitor, :process, _pid, _reason}, 20_000

    for result <- results do
      assert match?({:ok, 4, ""}, result) or match?({:error, %Error{}}, result)
    end

    assert eventually(fn -> Pool.status(pool) == %{size: 2, idle: 2, busy: 0, starting: 0, queued: 0} end)
    # The last kill may not have been noticed yet.
    assert eventually(fn -> run(pool, "2 + 2") == {:ok, 4, ""} end)
  end

  test "stop waits for what runs, and then accepts nothing" do
    {:ok, pool} =
      Pool.start_link(size: 1, executable: executable(), name: :"pool_#{System.unique_integer([:positive])}")

    up(pool)
    task = Task.async(fn -> run(pool, "@@sleep 100;@@answer 983004A0A0950000000000C0C0") end)
    assert eventually(fn -> Pool.status(pool).busy == 1 end)
    assert Pool.stop(pool) == :ok
    assert Task.await(task) == {:ok, 4, ""}
    assert_raise ArgumentError, ~r/no ExMonty.Pool is running as/, fn -> run(pool, "1") end
  end

  test "H45: a wrong pool option raises and says what is expected" do
    assert_raise ArgumentError, ~r/unknown pool option :sise; the options are/, fn -> Pool.start_link(sise: 1) end
    assert_raise ArgumentError, ~r/:isolation must be :reuse or :fresh/, fn -> Pool.start_link(isolation: :none) end
    assert_raise ArgumentError, ~r/:max_queue must be a non-negative/, fn -> Pool.start_link(max_queue: -1) end
    assert_raise ArgumentError, ~r/:name must be an atom/, fn -> Pool.start_link(name: "x") end
  end

  test "a pool that does not run is named" do
    assert_raise ArgumentError, "no ExMonty.Pool is running as :nowhere", fn -> run(:nowhere, "1") end
  end
end
