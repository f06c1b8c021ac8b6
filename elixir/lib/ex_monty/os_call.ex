defmodule ExMonty.OsCall do
  alias ExMonty.{Protocol, Schema}

  @table "vm/schema/os_calls.def"
  @external_resource Schema.path(@table)
  @rows Schema.rows!(@table)

  @moduledoc """
  Something that a paused program needs of the operating system.

      iex> {:ok, runner} = ExMonty.compile("import os\\nos.getenv('HOME')")
      iex> {:ok, {:os_call, call, _snapshot, ""}} = ExMonty.start(runner, %{})
      iex> {call.function, call.args}
      {:getenv, ["HOME", nil]}

  A path is always `{:path, text}`.

  | function | arguments | keywords | result |
  |---|---|---|---|
  #{Enum.map_join(@rows, "\n", fn {_macro, [name, _kind, arguments, keywords, result], _comment} -> "| `:#{name}` | #{arguments} | #{keywords} | #{result} |" end)}
  """

  defstruct [:function, :call_id, args: [], kwargs: %{}]

  @typedoc "What is asked for."
  @type function_name :: unquote(Enum.reduce(Enum.reverse(Protocol.os_calls()), &{:|, [], [&1, &2]}))

  @type t :: %__MODULE__{
          function: function_name(),
          args: [term()],
          kwargs: %{String.t() => term()},
          call_id: non_neg_integer()
        }
end
