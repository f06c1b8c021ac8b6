defmodule ExMonty.Error do
  @moduledoc """
  Everything that can go wrong outside the Python program; what the program itself raised is `ExMonty.Exception`.

      iex> ExMonty.eval("while True: pass", timeout: 50) |> elem(1) |> Map.get(:reason)
      :timeout

  `reason` is an atom or a pair of atoms, for programs; `Exception.message/1` says what happened and what to do about
  it; `details` holds what is known besides (signal, exit status, the worker's own code).

  | reason | |
  |---|---|
  | `:timeout` | the `:timeout` of the call passed, or the worker did not keep to its limits; the process was killed |
  | `:overloaded` | the pool's queue is full, or the wait in it was too long |
  | `:cancelled` | the run was cancelled |
  | `:owner_down` | the process that the worker served has died |
  | `:worker_crash` | the worker was killed by a signal |
  | `:worker_exit` | the worker ended by itself in the middle of a request |
  | `:native_stack` | the worker ran out of its own stack |
  | `:protocol` | the worker and this library do not understand each other |
  | `:unsupported` | this worker cannot do what was asked |
  | `:too_big` | an answer or a request is longer than a frame may be |
  | `:start_failed` | the worker could not be started |
  | `:sandbox_unavailable` | the kernel protection that was asked for does not exist here |
  | `:tenant_blocked` | too many crashes of this tenant |
  | `{:snapshot, :bad_signature \\| :version \\| :invalid \\| :limits \\| :too_big}` | a dump was refused |
  """

  defexception [:reason, message: nil, details: %{}]

  @type reason :: atom() | {atom(), atom()}
  @type t :: %__MODULE__{reason: reason(), message: String.t() | nil, details: map()}

  @doc """
  An error with this reason.

      iex> ExMonty.Error.new(:overloaded).reason
      :overloaded
  """
  @spec new(reason(), map(), String.t() | nil) :: t()
  def new(reason, details \\ %{}, message \\ nil) do
    error = %__MODULE__{reason: reason, details: details}
    %{error | message: message || text(reason, details)}
  end

  @impl true
  def message(%__MODULE__{message: nil} = error), do: text(error.reason, error.details)
  def message(%__MODULE__{message: message}), do: message

  # The one place for texts: what happened, then what to do.
  defp text(:timeout, %{unresponsive: true}) do
    "the worker did not stop at its time limit and was killed; please report the program that did this"
  end

  defp text(:timeout, %{timeout: timeout}) do
    "the call took longer than its timeout of #{timeout} ms and was given up; " <>
      "give more time with the option :timeout, or bound the program with limits: %{max_duration_secs: …}"
  end

  defp text(:timeout, _details), do: "the call took longer than its timeout and its worker was killed"

  defp text(:overloaded, %{queued: queued}) do
    "no worker is free and #{queued} callers wait already; enlarge the pool (:size) or its queue (:max_queue)"
  end

  defp text(:overloaded, %{waited: waited}) do
    "no worker became free within #{waited} ms; enlarge the pool (:size), or wait longer (:queue_timeout)"
  end

  defp text(:overloaded, _details), do: "no worker is free; enlarge the pool (:size)"
  defp text(:cancelled, _details), do: "the run was cancelled"
  defp text(:owner_down, _details), do: "the process that the run belonged to has died, and the run with it"

  defp text(:worker_crash, %{signal: signal}) do
    "the worker process was killed by signal #{signal}; nothing else is affected, and the call can be repeated"
  end

  defp text(:worker_crash, _details), do: "the worker process was killed; nothing else is affected"

  defp text(:worker_exit, %{status: status}) do
    "the worker process ended in the middle of the call, with exit status #{status}"
  end

  defp text(:worker_exit, _details), do: "the worker process ended in the middle of the call"
  defp text(:native_stack, _details), do: "the worker ran out of its native stack; please report the program"

  defp text(:protocol, details) do
    "the worker and this library do not understand each other (#{describe(details)}); " <>
      "run `mix compile --force` so that priv/exmonty is built from the same sources"
  end

  defp text(:unsupported, details), do: "this worker does not support the call (#{describe(details)})"

  defp text(:too_big, details) do
    "the data is longer than a frame may be (#{describe(details)}); pass less at once, or lower max_output"
  end

  defp text(:start_failed, details) do
    "the worker could not be started (#{describe(details)}); " <>
      "run `mix compile` in the ex_monty project, which builds priv/exmonty, or set EXMONTY_BINARY"
  end

  defp text(:sandbox_unavailable, _details) do
    "the kernel lock-down that the pool requires is not available; start it with sandbox: :best_effort to go without"
  end

  defp text(:tenant_blocked, _details), do: "this tenant's programs have crashed too many workers; try again later"

  defp text({:snapshot, :bad_signature}, _details) do
    "the dump was not signed with a key that this node knows, or for another :context, or was altered; set the same " <>
      "`config :ex_monty, snapshot_key: key` on every node that loads dumps (without it each node has a random key)"
  end

  defp text({:snapshot, :version}, _details) do
    "the dump was written by a newer version of ex_monty; upgrade the node that loads it first"
  end

  defp text({:snapshot, :invalid}, _details), do: "the data is no dump, or a dump of another kind, or damaged"

  defp text({:snapshot, :limits}, _details) do
    "the paused run has used more than these limits allow; pass higher ones with the option :limits"
  end

  defp text({:snapshot, :too_big}, _details), do: "the dump is larger than a frame may be"
  defp text({kind, reason}, details), do: "#{kind}: #{reason} (#{describe(details)})"
  defp text(reason, details), do: "#{reason} (#{describe(details)})"

  defp describe(details) when map_size(details) == 0, do: "no details"
  defp describe(details), do: Enum.map_join(details, ", ", fn {key, value} -> "#{key}: #{brief(value)}" end)

  defp brief(value) when is_binary(value), do: value
  defp brief(value), do: inspect(value, limit: 5, printable_limit: 200)
end
