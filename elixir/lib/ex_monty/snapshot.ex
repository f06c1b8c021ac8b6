defmodule ExMonty.Snapshot do
  @moduledoc """
  A paused run.

      iex> {:ok, runner} = ExMonty.compile("double(21)")
      iex> {:ok, {:function_call, _call, snapshot, ""}} = ExMonty.start(runner, %{})
      iex> ExMonty.resume(snapshot, {:ok, 42})
      {:ok, {:complete, 42, ""}}
      iex> ExMonty.resume(snapshot, {:ok, 43})
      {:error, "snapshot already consumed"}

  It is a value: its bytes travel with the term, no process keeps it alive, the death of a worker does not touch it, and
  it is gone when nobody refers to it any more. It resumes once. A resume that fails for reasons outside the program
  (`%ExMonty.Error{}`, or a result that cannot be used) gives it back. On another node a copy counts as freshly loaded.
  """

  alias ExMonty.{Options, Usage}

  defstruct [:state, :kind, :cell, :duration, options: %Options{}, usage: %Usage{}, limits: nil]

  @typedoc "Opaque, apart from `kind`: what the run waits for, and `usage`: what it has used so far."
  @type t :: %__MODULE__{
          state: binary(),
          kind: :function_call | :method_call | :os_call | :name_lookup | :resolve_futures,
          cell: :atomics.atomics_ref(),
          duration: pos_integer() | :infinity,
          options: Options.t(),
          usage: Usage.t(),
          limits: %{atom() => number() | nil} | nil
        }

  @doc false
  @spec new(binary(), atom(), keyword()) :: t()
  def new(state, kind, fields) do
    struct!(%__MODULE__{state: state, kind: kind, cell: :atomics.new(1, signed: true)}, fields)
  end

  @doc false
  # Takes the right to resume. A cell that another node made is not ours to ask.
  @spec consume(t()) :: :ok | {:error, String.t()}
  def consume(%__MODULE__{cell: cell}) do
    case :atomics.compare_exchange(cell, 1, 0, 1) do
      :ok -> :ok
      _consumed -> {:error, "snapshot already consumed"}
    end
  rescue
    ArgumentError -> :ok
  end

  @doc false
  @spec give_back(t()) :: :ok
  def give_back(%__MODULE__{cell: cell}) do
    :atomics.put(cell, 1, 0)
  rescue
    ArgumentError -> :ok
  end

  @doc false
  @spec consumed?(t()) :: boolean()
  def consumed?(%__MODULE__{cell: cell}) do
    :atomics.get(cell, 1) == 1
  rescue
    ArgumentError -> false
  end

  @doc false
  # Whether a pause of this kind can be answered so at all; what else may be wrong, the worker finds.
  @spec check_answer(t(), term()) :: :ok | {:error, String.t()}
  def check_answer(%__MODULE__{kind: kind}, :pending) when kind not in [:function_call, :method_call] do
    {:error, "a pause of kind #{kind} cannot be answered :pending"}
  end

  def check_answer(%__MODULE__{kind: kind}, :undefined) when kind != :name_lookup do
    {:error, "a pause of kind #{kind} cannot be answered :undefined"}
  end

  def check_answer(%__MODULE__{kind: kind}, :no_handler) when kind != :os_call do
    {:error, "a pause of kind #{kind} cannot be answered :no_handler"}
  end

  def check_answer(%__MODULE__{kind: :resolve_futures}, _answer) do
    {:error, "a run that waits for futures goes on with resume_futures"}
  end

  def check_answer(_snapshot, _answer), do: :ok

  defimpl Inspect do
    def inspect(snapshot, _opts) do
      consumed = if ExMonty.Snapshot.consumed?(snapshot), do: ", consumed", else: ""
      "#ExMonty.Snapshot<#{snapshot.kind}, #{byte_size(snapshot.state)} bytes#{consumed}>"
    end
  end
end
