defmodule ExMonty.Exception do
  alias ExMonty.Schema

  @table "vm/schema/exceptions.def"
  @external_resource Schema.path(@table)
  @table_rows Schema.rows!(@table)
  @rows for {"EXCEPTION", [identifier, base, atom, module, name], _comment} <- @table_rows,
            do: %{identifier: identifier, base: base, type: String.to_atom(atom), module: module, name: name}
  @aliases for {"EXCEPTION_ALIAS", [name, identifier], _comment} <- @table_rows, do: {name, identifier}
  @types Enum.map(@rows, & &1.type)

  @moduledoc """
  An exception that ended a Python program, a limit included; also how an exception object crosses as a value.

      iex> {:error, exception} = ExMonty.eval("1 / 0")
      iex> {exception.type, exception.message}
      {:zero_division_error, "division by zero"}

  It is a real Elixir exception: `raise exception` works, and `Exception.message/1` gives class and message.

  | field | |
  |---|---|
  | `type` | an atom: the class, or its nearest base that stands in the table below |
  | `class` | name of the Python class |
  | `message` | `str(exception)` |
  | `args` | the arguments that it was made with |
  | `traceback` | `%ExMonty.StackFrame{}` each, outermost call first |
  | `cause`, `context` | exceptions (`raise … from`, or the one being handled), or `nil` |
  | `notes` | texts added with `add_note` |
  | `exceptions` | members of an exception group, or `nil` |
  | `formatted` | the traceback as Python prints it |
  | `code` | what `SystemExit` was raised with |
  | `output`, `stderr` | what the program had printed (since the previous pause) |
  | `usage` | what the run has used, if `usage: true` was asked for |

  ## Types

  #{Enum.map_join(@rows, " · ", &"`#{inspect(&1.type)}`")}
  """

  defexception type: :exception,
               class: nil,
               message: "",
               args: [],
               traceback: [],
               cause: nil,
               context: nil,
               suppress_context: false,
               notes: [],
               exceptions: nil,
               formatted: "",
               code: nil,
               output: "",
               stderr: "",
               usage: nil

  @typedoc "One of the types in the table above."
  @type type :: unquote(Enum.reduce(Enum.reverse(@types), &{:|, [], [&1, &2]}))

  @type t :: %__MODULE__{
          type: type(),
          class: String.t() | nil,
          message: String.t(),
          args: [term()],
          traceback: [ExMonty.StackFrame.t()],
          cause: t() | nil,
          context: t() | nil,
          suppress_context: boolean(),
          notes: [String.t()],
          exceptions: [t()] | nil,
          formatted: String.t(),
          code: term(),
          output: String.t(),
          stderr: String.t(),
          usage: ExMonty.Usage.t() | nil
        }

  @impl true
  def message(%__MODULE__{} = exception) do
    class = exception.class || class_name(exception.type)
    if exception.message in ["", nil], do: class, else: "#{class}: #{exception.message}"
  end

  @doc """
  Every exception type.

      iex> :value_error in ExMonty.Exception.types()
      true
  """
  @spec types() :: [type(), ...]
  def types, do: @types

  @doc """
  The type that an atom or a text names: a type, a Python class name, or an older spelling.

      iex> Enum.map([:value_error, "value_error", "ValueError", :o_s_error, "IOError"], &ExMonty.Exception.type/1)
      [{:ok, :value_error}, {:ok, :value_error}, {:ok, :value_error}, {:ok, :os_error}, {:ok, :os_error}]

      iex> ExMonty.Exception.type("Nonsense")
      :error
  """
  @spec type(atom() | String.t()) :: {:ok, type()} | :error
  def type(name) when is_atom(name) and name not in [nil, true, false], do: type(Atom.to_string(name))
  def type("o_s_error"), do: {:ok, :os_error}
  def type("e_o_f_error"), do: {:ok, :eof_error}

  for row <- @rows do
    def type(unquote(Atom.to_string(row.type))), do: {:ok, unquote(row.type)}
  end

  for row <- Enum.uniq_by(@rows, & &1.identifier), row.identifier not in Enum.map(@types, &Atom.to_string/1) do
    def type(unquote(row.identifier)), do: {:ok, unquote(row.type)}
  end

  for {name, identifier} <- @aliases do
    def type(unquote(name)), do: {:ok, unquote(Enum.find(@rows, &(&1.identifier == identifier)).type)}
  end

  def type(_name), do: :error

  @doc """
  The Python class name of a type.

      iex> ExMonty.Exception.class_name(:os_error)
      "OSError"
  """
  @spec class_name(type()) :: String.t()
  for row <- @rows do
    def class_name(unquote(row.type)), do: unquote(row.name)
  end
end
