defmodule ExMonty.Pool.Lease do
  @moduledoc false
  # The right to talk to one worker, until it has given its last answer (or, if held, until it is released).

  defstruct [:slot, :worker, :port, :ids, :max_frame]

  @type t :: %__MODULE__{
          slot: pos_integer(),
          worker: pid(),
          port: port(),
          ids: :atomics.atomics_ref(),
          max_frame: pos_integer()
        }

  @doc "The number of the next request; only the holder of the lease takes one."
  @spec next_id(t()) :: pos_integer()
  def next_id(%__MODULE__{ids: ids}), do: :atomics.add_get(ids, 1, 1)
end
