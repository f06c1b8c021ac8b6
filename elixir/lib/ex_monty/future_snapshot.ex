defmodule ExMonty.FutureSnapshot do
  @moduledoc """
  A run in which every task waits: for calls that were answered `:pending`, or for a timer.

      iex> code = "import asyncio\\nasync def main():\\n    return await asyncio.gather(a(), b())\\nasyncio.run(main())"
      iex> {:ok, runner} = ExMonty.compile(code)
      iex> {:ok, {:function_call, _a, snapshot, ""}} = ExMonty.start(runner, %{})
      iex> {:ok, {:function_call, _b, snapshot, ""}} = ExMonty.resume(snapshot, :pending)
      iex> {:ok, {:resolve_futures, futures, ""}} = ExMonty.resume(snapshot, :pending)
      iex> [a, b] = ExMonty.pending_call_ids(futures)
      iex> ExMonty.resume_futures(futures, [{b, {:ok, 2}}, {a, {:ok, 1}}])
      {:ok, {:complete, [1, 2], ""}}

  Like `ExMonty.Snapshot`, it is a value and resumes once.
  """

  defstruct [:snapshot, call_ids: [], wake_in_ms: nil]

  @type t :: %__MODULE__{
          snapshot: ExMonty.Snapshot.t(),
          call_ids: [non_neg_integer()],
          wake_in_ms: non_neg_integer() | nil
        }

  @doc false
  # The results that are to be sent, as {call_id, result}, when they fit what is pending.
  @spec check(t(), [{non_neg_integer(), term()}]) :: :ok | {:error, String.t()}
  def check(%__MODULE__{call_ids: pending}, results) do
    ids = Enum.map(results, &elem(&1, 0))
    unknown = Enum.find(ids, &(&1 not in pending))
    repeated = List.first(ids -- Enum.uniq(ids))

    cond do
      length(ids) > length(pending) -> {:error, too_many(ids, pending)}
      unknown != nil -> {:error, "unknown future call_id: #{inspect(unknown, limit: 5)}"}
      repeated != nil -> {:error, "duplicate future call_id: #{repeated}"}
      true -> :ok
    end
  end

  defp too_many(ids, pending) do
    "too many future results: got #{length(ids)}, at most #{length(pending)} are pending"
  end

  defimpl Inspect do
    def inspect(futures, _opts) do
      "#ExMonty.FutureSnapshot<#{length(futures.call_ids)} pending, #{byte_size(futures.snapshot.state)} bytes>"
    end
  end
end
