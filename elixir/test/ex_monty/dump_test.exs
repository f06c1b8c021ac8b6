defmodule ExMonty.DumpTest do
  # Changes the application's configuration.
  use ExUnit.Case, async: false

  import ExMonty.FakeWorker

  alias ExMonty.{Error, FutureSnapshot, Options, Runner, Snapshot}

  defp runner, do: Runner.build("x + 1", "main.py", ["x"])

  defp snapshot(state \\ "state") do
    Snapshot.new(state, :function_call, duration: 10_000, options: %Options{clock: 5, stderr: :separate})
  end

  defp refused(result) do
    assert {:error, %Error{reason: {:snapshot, reason}} = error} = result
    assert String.length(Exception.message(error)) > 20
    reason
  end

  setup do
    on_exit(fn -> Application.delete_env(:ex_monty, :snapshot_key) end)
  end

  test "B13: runners, snapshots and futures come back as they went" do
    {:ok, binary} = ExMonty.dump(runner())
    assert ExMonty.load_runner(binary) == {:ok, runner()}

    {:ok, binary} = ExMonty.dump_snapshot(snapshot())
    {:ok, loaded} = ExMonty.load_snapshot(binary)
    assert %{state: "state", kind: :function_call, duration: 10_000, options: %{clock: 5, stderr: :separate}} = loaded

    futures = %FutureSnapshot{snapshot: snapshot(), call_ids: [3, 1], wake_in_ms: 5}
    {:ok, binary} = ExMonty.dump_future_snapshot(futures)

    assert {:ok, %FutureSnapshot{call_ids: [3, 1], wake_in_ms: 5, snapshot: %{state: "state"}}} =
             ExMonty.load_future_snapshot(binary)
  end

  test "B13: a source that is no text survives" do
    odd = Runner.build(<<255, 0>>, "main.py", [])
    {:ok, binary} = ExMonty.dump(odd)
    assert ExMonty.load_runner(binary) == {:ok, odd}
  end

  test "B13: any flipped bit is refused, and every truncation" do
    {:ok, binary} = ExMonty.dump_snapshot(snapshot())

    for bit <- 0..(bit_size(binary) - 1) do
      <<before::bitstring-size(bit), one::1, rest::bitstring>> = binary
      flipped = <<before::bitstring, 1 - one::1, rest::bitstring>>
      assert refused(ExMonty.load_snapshot(flipped)) in [:bad_signature, :version, :invalid]
    end

    for size <- 0..(byte_size(binary) - 1) do
      assert refused(ExMonty.load_snapshot(binary_part(binary, 0, size))) in [:bad_signature, :invalid]
    end
  end

  test "B13: keys rotate: the newest signs, the older ones still open" do
    {:ok, old} = ExMonty.dump(runner(), key: "old")
    {:ok, new} = ExMonty.dump(runner(), key: ["new", "old"])
    assert {:ok, _runner} = ExMonty.load_runner(old, key: ["new", "old"])
    assert {:ok, _runner} = ExMonty.load_runner(new, key: "new")
    assert refused(ExMonty.load_runner(new, key: "old")) == :bad_signature
    assert refused(ExMonty.load_runner(old, key: "new")) == :bad_signature

    Application.put_env(:ex_monty, :snapshot_key, ["new", "old"])
    assert {:ok, _runner} = ExMonty.load_runner(old)
    assert ExMonty.dump(runner()) == {:ok, new}
    Application.put_env(:ex_monty, :snapshot_key, "other")
    assert refused(ExMonty.load_runner(old)) == :bad_signature
  end

  test "B13: without a key the refusal says how to set one" do
    {:ok, binary} = ExMonty.dump(runner(), key: "another node")
    {:error, error} = ExMonty.load_runner(binary)
    assert Exception.message(error) =~ "config :ex_monty, snapshot_key:"
  end

  test "B13: the context must be the same term" do
    {:ok, binary} = ExMonty.dump(runner(), context: {:user, %{id: 5}})
    assert {:ok, _runner} = ExMonty.load_runner(binary, context: {:user, %{id: 5}})
    assert refused(ExMonty.load_runner(binary, context: {:user, %{id: 6}})) == :bad_signature
    assert refused(ExMonty.load_runner(binary)) == :bad_signature
  end

  test "B13: unsigned only when both sides ask for it" do
    {:ok, unsigned} = ExMonty.dump(runner(), unsigned: true)
    assert {:ok, _runner} = ExMonty.load_runner(unsigned, unsigned: true)
    assert refused(ExMonty.load_runner(unsigned)) == :bad_signature
    {:ok, signed} = ExMonty.dump(runner(), key: "k")
    assert refused(ExMonty.load_runner(signed, unsigned: true)) == :bad_signature
  end

  test "B13: one kind is not taken for another" do
    {:ok, binary} = ExMonty.dump(runner())
    assert refused(ExMonty.load_snapshot(binary)) == :invalid
    assert refused(ExMonty.load_future_snapshot(binary)) == :invalid
    assert refused(ExMonty.load_runner("not a dump")) == :invalid
  end

  test "B14: a newer version is refused before anything else is looked at" do
    {:ok, <<"EXMD", 1, rest::binary>>} = ExMonty.dump(runner())
    assert refused(ExMonty.load_runner(<<"EXMD", 2, rest::binary>>)) == :version
  end

  test "B13: signed by the right key but not what a dump holds: invalid" do
    for payload <- ["", <<0x90>>, <<0x93, 1, 2, 3>>, <<0xC1>>] do
      head = <<"EXMD", 1, 1, 1>>
      context = :crypto.hash(:sha256, :erlang.term_to_binary(nil, [:deterministic, minor_version: 2]))
      mac = :crypto.mac(:hmac, :sha256, "k", [head, context, payload])
      assert refused(ExMonty.load_runner(head <> mac <> payload, key: "k")) == :invalid
    end
  end

  test "B12: a snapshot resumes once, unless the resume itself failed" do
    pool = start_pool!()
    snapshot = snapshot("@@exit 3")
    assert {:error, %Error{reason: :worker_exit}} = ExMonty.resume(snapshot, {:ok, 1}, pool: pool)
    refute Snapshot.consumed?(snapshot)

    snapshot = snapshot()
    assert {:error, "unknown exception type: :nonsense"} = ExMonty.resume(snapshot, {:error, :nonsense, ""}, pool: pool)
    assert {:error, "invalid result: 5" <> _rest} = ExMonty.resume(snapshot, 5, pool: pool)
    assert {:ok, {:complete, 4, ""}} = ExMonty.resume(snapshot, {:ok, 1}, pool: pool)
    assert ExMonty.resume(snapshot, {:ok, 1}, pool: pool) == {:error, "snapshot already consumed"}
    assert inspect(snapshot) == "#ExMonty.Snapshot<function_call, 5 bytes, consumed>"
  end

  test "B12: two resumes at the same time: one wins" do
    pool = start_pool!(size: 2)

    for _round <- 1..50 do
      snapshot = snapshot()

      results =
        for(_side <- 1..2, do: Task.async(fn -> ExMonty.resume(snapshot, {:ok, 1}, pool: pool) end))
        |> Enum.map(&Task.await/1)

      assert Enum.sort(results) == [{:error, "snapshot already consumed"}, {:ok, {:complete, 4, ""}}]
    end
  end

  test "B12: dumping does not consume, and every load is a run of its own" do
    pool = start_pool!()
    snapshot = snapshot()
    {:ok, binary} = ExMonty.dump_snapshot(snapshot)
    assert {:ok, {:complete, 4, ""}} = ExMonty.resume(snapshot, {:ok, 1}, pool: pool)

    for _copy <- 1..2 do
      {:ok, copy} = ExMonty.load_snapshot(binary)
      assert {:ok, {:complete, 4, ""}} = ExMonty.resume(copy, {:ok, 1}, pool: pool)
    end
  end

  test "A8: answers to futures that do not fit are named" do
    futures = %FutureSnapshot{snapshot: snapshot(), call_ids: [1, 2]}
    resume = &ExMonty.resume_futures(futures, &1)
    assert resume.([{3, {:ok, 1}}]) == {:error, "unknown future call_id: 3"}
    assert resume.([{1, {:ok, 1}}, {1, {:ok, 2}}]) == {:error, "duplicate future call_id: 1"}

    assert resume.(for(id <- 1..3, do: {id, {:ok, 1}})) ==
             {:error, "too many future results: got 3, at most 2 are pending"}

    assert {:error, "the result of call 1 must be" <> _rest} = resume.([{1, :pending}])
    refute Snapshot.consumed?(futures.snapshot)
  end
end
