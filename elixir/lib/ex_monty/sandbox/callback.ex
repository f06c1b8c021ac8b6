defmodule ExMonty.Sandbox.Callback do
  @moduledoc false
  # One callback, in a process of its own, so that nothing that it does reaches the caller: not its messages, not its
  # crash, not its endless loop. The result comes as the reason that the process ends with. A third process watches
  # that the callback does not outlive the caller.

  alias ExMonty.Msgpack.Text
  alias ExMonty.Sandbox.Host

  defstruct [:pid, :ref, :timeout, :deadline]

  @type t :: (() -> term())
  @type started :: %__MODULE__{
          pid: pid(),
          ref: reference(),
          timeout: timeout(),
          deadline: integer() | :infinity
        }

  @spec start(t(), timeout()) :: started()
  def start(callback, timeout) do
    caller = self()
    callers = [caller | Process.get(:"$callers", [])]

    {pid, ref} =
      spawn_monitor(fn ->
        # As Task does, so that libraries which look for the owner of a resource find the caller.
        Process.put(:"$callers", callers)
        exit({__MODULE__, perform(callback)})
      end)

    spawn(fn -> watch(caller, pid) end)
    %__MODULE__{pid: pid, ref: ref, timeout: timeout, deadline: later(timeout)}
  end

  defp perform(callback) do
    {:returned, callback.()}
  catch
    :error, reason -> {:failed, :error |> Exception.normalize(reason, __STACKTRACE__) |> Exception.message()}
    :throw, _value -> {:failed, "the callback threw a value"}
    :exit, _reason -> {:failed, "the callback exited"}
  end

  defp watch(caller, callback) do
    caller_monitor = Process.monitor(caller)
    callback_monitor = Process.monitor(callback)

    receive do
      {:DOWN, ^caller_monitor, :process, _pid, _reason} -> Process.exit(callback, :kill)
      {:DOWN, ^callback_monitor, :process, _pid, _reason} -> :ok
    end
  end

  defp later(:infinity), do: :infinity
  defp later(ms), do: now() + ms

  defp now, do: System.monotonic_time(:millisecond)

  @doc "Runs a callback and waits for it: its reply, or `:expired` when `left` ms were over first."
  @spec run(t(), Host.t(), timeout(), (term() -> term())) :: term()
  def run(callback, host, left, interpret \\ &Host.reply/1) do
    started = start(callback, host.callback_timeout)

    case await([started], left, interpret) do
      [{_started, reply}] ->
        reply

      [] ->
        kill(started)
        :expired
    end
  end

  @doc """
  Waits, for `wait` ms at most, until one of the callbacks is done; gives every one that is, with its reply. One that
  exceeds its own time is killed and counts as done.
  """
  @spec await([started()], timeout(), (term() -> term())) :: [{started(), term()}]
  def await(started, wait, interpret \\ &Host.reply/1) do
    until = later(wait)
    running = Map.new(started, &{&1.ref, &1})
    # Atoms are greater than numbers: the earliest of no deadlines is :infinity.
    earliest = Enum.min([until | Enum.map(started, & &1.deadline)])
    timeout = if earliest == :infinity, do: :infinity, else: max(earliest - now(), 0)

    receive do
      {:DOWN, ref, :process, _pid, reason} when is_map_key(running, ref) ->
        {done, running} = Map.pop!(running, ref)
        # Others may have finished at the same time.
        [{done, outcome(reason, interpret)} | await(Map.values(running), 0, interpret)]
    after
      timeout -> for one <- started, expired?(one), do: {give_up(one), timed_out(one)}
    end
  end

  defp expired?(%{deadline: :infinity}), do: false
  defp expired?(%{deadline: deadline}), do: deadline <= now()

  defp give_up(started) do
    kill(started)
    started
  end

  defp timed_out(started), do: {:error, :timeout_error, "callback timed out after #{started.timeout} ms"}

  defp outcome({__MODULE__, {:returned, result}}, interpret), do: interpret.(result)
  defp outcome({__MODULE__, {:failed, text}}, _interpret), do: {:error, :runtime_error, text(text)}
  defp outcome(_killed, _interpret), do: {:error, :runtime_error, "the callback was killed"}

  defp text(text), do: if(Text.valid?(text), do: text, else: inspect(text))

  @spec kill(started()) :: :ok
  def kill(%__MODULE__{pid: pid, ref: ref}) do
    Process.demonitor(ref, [:flush])
    Process.exit(pid, :kill)
    :ok
  end
end
