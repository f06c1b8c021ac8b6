defmodule ExMonty.Usage do
  @moduledoc """
  What a run has used, for calls with `usage: true`.

      iex> {:ok, 4, "", usage} = ExMonty.eval("2 + 2", usage: true)
      iex> usage.pauses
      0

  Steps are calls, back edges and items of native loops. `peak_memory` is in bytes, `duration_us` is the time spent
  executing. `stderr` holds what was printed there with `stderr: :separate`.
  """

  defstruct steps: 0, peak_memory: 0, allocations: 0, duration_us: 0, pauses: 0, stderr: ""

  @type t :: %__MODULE__{
          steps: non_neg_integer(),
          peak_memory: non_neg_integer(),
          allocations: non_neg_integer(),
          duration_us: non_neg_integer(),
          pauses: non_neg_integer(),
          stderr: String.t()
        }
end
