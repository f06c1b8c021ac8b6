defmodule ExMonty.Limits do
  alias ExMonty.Schema

  @table "vm/schema/limits.def"
  @external_resource Schema.path(@table)
  @rows Schema.rows!(@table)
        |> Enum.map(fn {"LIMIT", [name, unit, initial, maximum, exception, meaning], _comment} ->
          number = fn
            "unlimited" -> :infinity
            text when is_binary(text) -> String.to_float(text)
            integer -> integer
          end

          %{
            key: String.to_atom(name),
            name: name,
            unit: String.to_atom(unit),
            default: number.(initial),
            maximum: number.(maximum),
            exception: exception,
            meaning: meaning
          }
        end)
  @keys Enum.map(@rows, & &1.key)
  @defaults Map.new(@rows, &{&1.key, &1.default})
  # `:unlimited` leaves what protects the host itself: its stack and its memory.
  @kept_when_unlimited [:max_recursion_depth, :max_output]

  @moduledoc """
  What a run may use.

      iex> ExMonty.eval("10 ** 8", limits: %{max_duration_secs: 0.5, max_memory: 10_000_000})
      {:ok, 100_000_000, ""}

  | limit | unit | default | at most | Python exception | meaning |
  |---|---|---|---|---|---|
  #{Enum.map_join(@rows, "\n", fn row -> "| `#{row.key}` | #{row.unit} | #{row.default} | #{row.maximum} | #{row.exception} | #{row.meaning} |" end)}

  Limits are given as a map or a keyword list and are merged over the defaults; `:infinity` lifts one. `:unlimited` in
  place of the map lifts all but #{Enum.map_join(@kept_when_unlimited, " and ", &"`#{&1}`")}. They cover compiling
  too and travel inside snapshots, with what is already used. Of the exceptions, Python code can catch RecursionError
  and ValueError; the others end the run.
  """

  @typedoc "Limits as a caller gives them."
  @type input :: map() | keyword() | :unlimited

  @typedoc "One limit."
  @type value :: number() | :infinity

  @doc """
  The limits of a run that names none.

      iex> ExMonty.Limits.defaults().max_recursion_depth
      1000
  """
  @spec defaults() :: %{atom() => value()}
  def defaults, do: @defaults

  @doc """
  The highest value that `max_recursion_depth` can have.

      iex> ExMonty.Limits.recursion_cap()
      20000
  """
  @spec recursion_cap() :: pos_integer()
  def recursion_cap, do: unquote(Enum.find(@rows, &(&1.key == :max_recursion_depth)).maximum)

  @doc """
  Checks limits. What comes back holds only the limits that were given, `nil` standing for "none".

  An unknown key raises, because it is a mistake in the program; a value may come from elsewhere and gives an error.

      iex> ExMonty.Limits.check(max_memory: 1_000_000, max_steps: :infinity)
      {:ok, %{max_memory: 1_000_000, max_steps: nil}}

      iex> ExMonty.Limits.check(%{max_memory: -1})
      {:error, "invalid resource limit value for max_memory"}

      iex> ExMonty.Limits.check(%{max_recursion_depth: 20_001})
      {:error, "invalid resource limit value for max_recursion_depth"}
  """
  @spec check(input() | nil) :: {:ok, %{atom() => number() | nil}} | {:error, String.t()}
  def check(nil), do: {:ok, %{}}
  def check(:unlimited), do: {:ok, Map.new(@keys -- @kept_when_unlimited, &{&1, nil})}

  def check(limits) when is_map(limits) or is_list(limits) do
    Enum.reduce_while(limits, {:ok, %{}}, fn
      {key, value}, {:ok, found} when key in @keys ->
        case check_value(key, value) do
          {:ok, value} -> {:cont, {:ok, Map.put(found, key, value)}}
          :error -> {:halt, {:error, "invalid resource limit value for #{key}"}}
        end

      {key, _value}, _found ->
        raise ArgumentError,
              "unknown resource limit #{inspect(key)}; the limits are #{Enum.map_join(@keys, ", ", &inspect/1)}"

      other, _found ->
        raise ArgumentError, "limits must be a map or a keyword list, got the element: #{inspect(other)}"
    end)
  end

  def check(other) do
    raise ArgumentError, "limits must be a map, a keyword list or :unlimited, got: #{inspect(other)}"
  end

  for %{key: key, unit: unit, maximum: maximum} <- @rows do
    defp check_value(unquote(key), value), do: check_number(value, unquote(unit), unquote(maximum))
  end

  defp check_number(none, _unit, :infinity) when none in [nil, :infinity, :unlimited], do: {:ok, nil}
  defp check_number(secs, :seconds, _max) when is_number(secs) and secs > 0 and secs < 1.0e9, do: {:ok, secs / 1}
  defp check_number(_value, :seconds, _maximum), do: :error

  # Atoms are greater than every number, so that `:infinity` is a maximum like any other.
  defp check_number(count, _unit, maximum)
       when is_integer(count) and count >= 0 and count <= maximum and count < 0x8000000000000000,
       do: {:ok, count}

  defp check_number(_value, _unit, _maximum), do: :error

  @doc """
  The time that a run with these limits may execute, in milliseconds.

      iex> {:ok, limits} = ExMonty.Limits.check(max_duration_secs: 2.5)
      iex> ExMonty.Limits.duration_ms(limits)
      2500
  """
  @spec duration_ms(%{atom() => number() | nil}) :: pos_integer() | :infinity
  def duration_ms(limits) do
    case Map.get(limits, :max_duration_secs, @defaults.max_duration_secs) do
      nil -> :infinity
      :infinity -> :infinity
      secs -> ceil(secs * 1000)
    end
  end
end
