defmodule ExMonty.FakeWorker do
  @moduledoc false
  # Compiles test/support/fake_worker.c, once a test run, and starts pools of it. What it does stands in the C file.

  @source Path.expand("fake_worker.c", __DIR__)

  @doc "Path of the fake, compiled when it is older than its source."
  def executable do
    target = Path.join(System.tmp_dir!(), "ex_monty_fake_worker_#{:erlang.phash2(File.read!(@source))}")

    unless File.exists?(target) do
      fresh = "#{target}.#{System.unique_integer([:positive])}"
      {"", 0} = System.cmd("cc", ["-O1", "-D_GNU_SOURCE", "-static", "-o", fresh, @source], stderr_to_stdout: true)
      File.rename!(fresh, target)
    end

    target
  end

  @doc "Starts a pool of fakes that ends with the test, and waits until its workers are up."
  def start_pool!(opts \\ []) do
    pool =
      {ExMonty.Pool, Keyword.merge([executable: executable(), size: 1], opts)}
      |> Supervisor.child_spec(id: make_ref(), restart: :temporary)
      |> ExUnit.Callbacks.start_supervised!()

    unless opts[:executable], do: true = eventually(fn -> ExMonty.Pool.status(pool).starting == 0 end)
    pool
  end

  @doc "A command that answers with the message of this tag, whose fields are packed already."
  def answer(tag, fields) do
    body = IO.iodata_to_binary([<<0x90 + length(fields) + 2, tag>> | fields])
    "@@answer " <> Base.encode16(body)
  end

  @doc "OS pids of a pool's workers that are up."
  def os_pids(pool) do
    {:ok, entry} = ExMonty.Pool.Directory.fetch(pool)
    for {_slot, lease} <- :ets.tab2list(entry.slots), {:os_pid, pid} <- [Port.info(lease.port, :os_pid)], do: pid
  end

  @doc "Whether an OS process exists and is no zombie."
  def alive?(os_pid) do
    case File.read("/proc/#{os_pid}/stat") do
      {:ok, text} -> not String.contains?(text, ") Z ")
      {:error, _reason} -> false
    end
  end

  @doc "Waits until `fun` is true."
  def eventually(fun, tries \\ 500) do
    cond do
      fun.() -> true
      tries == 0 -> false
      true -> Process.sleep(10) && eventually(fun, tries - 1)
    end
  end
end
