defmodule ExMonty.FunctionCall do
  @moduledoc """
  A call that a paused program makes to its host.

      iex> {:ok, runner} = ExMonty.compile("fetch('x', retries=2)")
      iex> {:ok, {:function_call, call, _snapshot, ""}} = ExMonty.start(runner, %{})
      iex> {call.name, call.args, call.kwargs}
      {"fetch", ["x"], %{"retries" => 2}}

  For `:method_call`, `args` begins with the instance. `async` says that the result is awaited where the call stands, so
  that it may well be answered with `:pending`.
  """

  defstruct [:name, :call_id, args: [], kwargs: %{}, async: false]

  @type t :: %__MODULE__{
          name: String.t(),
          args: [term()],
          kwargs: %{String.t() => term()},
          call_id: non_neg_integer(),
          async: boolean()
        }
end
