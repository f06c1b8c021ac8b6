defmodule ExMonty.Pool.State do
  @moduledoc false
  # What the pool's server knows, as plain data: which worker has which slot, and who waits. The slots themselves are
  # rows that callers read; see ExMonty.Pool.

  alias ExMonty.Error

  defstruct [:config, :entry, workers: %{}, ready: MapSet.new(), queue: :queue.new(), failures: 0, error: nil]

  @type waiter :: %{from: GenServer.from(), monitor: reference(), timer: reference() | nil, timeout: timeout()}
  @type t :: %__MODULE__{
          config: map(),
          entry: ExMonty.Pool.Directory.entry(),
          workers: %{pid() => pos_integer()},
          ready: MapSet.t(pid()),
          queue: :queue.queue(waiter()),
          failures: non_neg_integer(),
          error: Error.t() | nil
        }

  @doc "Whether a caller can hope for a worker: one runs, or nothing has failed yet."
  @spec hope?(t()) :: boolean()
  def hope?(state), do: MapSet.size(state.ready) > 0 or state.error == nil

  @spec full?(t()) :: boolean()
  def full?(state), do: :queue.len(state.queue) >= state.config.max_queue

  @spec enqueue(t(), waiter()) :: t()
  def enqueue(state, waiter) do
    :atomics.add(state.entry.waiting, 1, 1)
    %{state | queue: :queue.in(waiter, state.queue)}
  end

  @spec dequeue(t()) :: {:ok, waiter(), t()} | :empty
  def dequeue(state) do
    case :queue.out(state.queue) do
      {{:value, waiter}, queue} ->
        :atomics.sub(state.entry.waiting, 1, 1)
        {:ok, waiter, %{state | queue: queue}}

      {:empty, _queue} ->
        :empty
    end
  end

  @doc "Takes out the waiter with this monitor or timer."
  @spec drop(t(), reference()) :: {:ok, waiter(), t()} | :error
  def drop(state, reference) do
    case Enum.split_with(:queue.to_list(state.queue), &(reference in [&1.monitor, &1.timer])) do
      {[waiter], others} ->
        :atomics.sub(state.entry.waiting, 1, 1)
        {:ok, waiter, %{state | queue: :queue.from_list(others)}}

      {[], _others} ->
        :error
    end
  end
end
